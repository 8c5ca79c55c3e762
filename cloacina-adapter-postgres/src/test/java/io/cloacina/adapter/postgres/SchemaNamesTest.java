package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.PostgresDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name that is accepted names a schema, also one that SQL would take for a word of its own; and nothing else is made. */
class SchemaNamesTest {

    private static final int LONGEST = 63;

    private static PostgresDatabase database;

    @BeforeAll
    static void create() {
        database = Databases.empty();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "user", "_", "x1"})
    void a_schema_of_that_name_is_made_and_used(String name) {
        assertThat(works(name)).isTrue();
    }

    @Test
    void the_longest_name_is_no_other_one() {
        String name = "n".repeat(LONGEST);
        assertThat(works(name)).isTrue();

        assertThatThrownBy(() -> Databases.open(url(name + "n"))).isInstanceOf(StoreException.Unusable.class);
        assertThat(schemas()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a%22%3B%20drop%20schema%20public%3B%20--", "a.b", "A", "%27", "pg_x", "information_schema"})
    void what_could_be_more_than_a_name_is_refused_and_makes_nothing(String name) {
        List<String> before = schemas();

        assertThatThrownBy(() -> Databases.open(url(name))).isInstanceOf(StoreException.Unusable.class);
        assertThat(schemas()).isEqualTo(before).contains("public");
    }

    private static boolean works(String schema) {
        try (ExecutionStore store = Databases.open(url(schema))) {
            ExecutionId id = Submission.into(store).submit(store);
            return store.queries().find(List.of(id)).size() == 1
                    && Databases.ask(database, "select id::text from \"" + schema + "\".workflow_executions")
                            .contains(id.toString());
        }
    }

    private static String url(String schema) {
        return database.url() + "?schema=" + schema;
    }

    private static List<String> schemas() {
        return Databases.ask(database, "select nspname from pg_namespace order by nspname");
    }
}
