package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Whoever looks through a database needs the right to read and no other, writes nothing, and sees one state of it. */
class VerificationTest {

    private static final String HALF_AN_EXECUTION =
            "insert into cloacina.workflow_executions (definition_id, input_digest, open_tasks)"
                    + " select id, '', 1 from cloacina.workflow_definitions";
    private static final String DEFINITION = "insert into cloacina.workflow_definitions (id, name, version, document)"
            + " values (gen_random_uuid(), 'orders', '1', '{}')";

    @Test
    void a_role_that_may_only_read_sees_what_was_committed_and_nothing_else() throws SQLException {
        try (PostgresDatabase database = Databases.migrated();
                Connection writer = database.connect();
                Statement statement = writer.createStatement()) {
            String reader = "reader_" + database.name();
            Databases.run(database, Roles.reader(reader));
            String url = database.url().replace(database.user() + ":" + database.password(), Roles.login(reader));
            statement.execute("begin");
            statement.execute(DEFINITION);
            statement.execute(HALF_AN_EXECUTION);
            assertThat(verify(url).isClean()).isTrue();
            statement.execute("commit");

            assertThat(verify(url).violations())
                    .extracting(violation -> violation.invariant().id())
                    .contains("Q6", "Q7")
                    .doesNotContain("Q17");
            Databases.run(database, "drop owned by " + reader, "drop role " + reader);
        }
    }

    @Test
    void a_database_without_our_schema_is_refused_and_gets_none() {
        try (PostgresDatabase database = Databases.empty()) {
            assertThatThrownBy(() -> verify(database.url()))
                    .isInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("The schema of ");
            assertThat(Databases.ask(database, "select count(*) from pg_namespace where nspname = 'cloacina'"))
                    .containsExactly("0");
        }
    }

    @Test
    void a_schema_of_another_version_is_refused_and_not_migrated() {
        try (PostgresDatabase database = Databases.migrated()) {
            Databases.run(
                    database,
                    "drop table cloacina.execution_events",
                    "delete from cloacina.cloacina_schema_history where version = '004'");

            assertThatThrownBy(() -> verify(database.url()))
                    .isInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("1 migrations are missing or differ");
            assertThat(Databases.ask(database, "select to_regclass('cloacina.execution_events') is null"))
                    .containsExactly("t");
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_said_in_one_line_without_the_password() {
        assertThatThrownBy(() -> verify("postgres://clerk:hidden-word@localhost:1/orders"))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("the server cannot be reached")
                .hasMessageNotContaining("hidden-word");
    }

    private static Verification verify(String url) {
        return new PostgresStoreProvider().verify(new StoreUrl(url), Settings.plain(), 5);
    }
}
