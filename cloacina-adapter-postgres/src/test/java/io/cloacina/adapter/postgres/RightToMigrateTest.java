package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may begin a schema is told before Flyway tries, and in words that name the role and the right. */
class RightToMigrateTest {

    private PostgresDatabase database;
    private String role;
    private String url;

    @BeforeEach
    void create() {
        database = Databases.empty();
        role = "maker_" + database.name();
        Databases.run(database, Roles.maker(role));
        url = database.url().replace(database.user() + ":" + database.password(), Roles.login(role));
    }

    @AfterEach
    void drop() {
        Databases.run(database, "drop owned by " + role, "drop role " + role);
        database.close();
    }

    @Test
    void a_role_that_may_not_make_the_schema_is_refused() {
        assertRefused("in cloacina, and the role " + role + " may not create that schema");
        assertThat(Databases.ask(database, "select nspname from pg_namespace where nspname = 'cloacina'"))
                .isEmpty();
    }

    @Test
    void a_role_that_may_only_use_the_schema_is_refused() {
        Databases.run(database, "create schema cloacina", "grant usage on schema cloacina to " + role);

        assertRefused("in cloacina, and the role " + role + " may not create tables there");
    }

    @Test
    void a_role_that_may_make_tables_but_no_schema_makes_them_in_a_schema_that_is_there() {
        Databases.run(database, "create schema cloacina", "grant usage, create on schema cloacina to " + role);

        try (ExecutionStore store = Databases.open(url)) {
            assertThat(Submission.into(store).submit(store)).isNotNull();
        }
    }

    @Test
    void a_role_that_may_make_the_schema_makes_it() {
        Databases.run(database, "grant create on database " + database.name() + " to " + role);

        try (ExecutionStore store = Databases.open(url)) {
            assertThat(Submission.into(store).submit(store)).isNotNull();
        }
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Databases.open(url))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("may create tables");
    }
}
