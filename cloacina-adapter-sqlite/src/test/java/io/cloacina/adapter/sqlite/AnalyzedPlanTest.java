package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * We never ask SQLite for statistics, but anybody may, and they are kept: here somebody did while there were seven
 * hundred executions. What is good for so few must be good for a million.
 */
class AnalyzedPlanTest {

    private static final String NUMBERS = """
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 700)
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @BeforeAll
    static void makeDatabase() throws SQLException {
        Databases.open(folder.resolve("plan.db").toString()).close();
        try (Connection connection = Databases.stranger(folder.resolve("plan.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "insert into workflow_definitions values (randomblob(16), 'w', '1', '{}', 1)",
                    "insert into workflow_tasks select id, 0, 'first', 0 from workflow_definitions",
                    "insert into workflow_executions (id, definition_id, input_digest, open_tasks, created_at,"
                            + " updated_at) "
                            + NUMBERS
                            + "select randomblob(16), d.id, 'd', 1, 1, 1 from numbers, workflow_definitions as d",
                    "insert into task_executions (execution_id, ordinal, definition_id, status, claimable, due_at,"
                            + " open_dependencies, created_at, updated_at)"
                            + " select id, 0, definition_id, 'READY', true, 1, 0, 1, 1 from workflow_executions",
                    "insert into task_contexts select id, -1, '{}', '{}', 1 from workflow_executions",
                    "analyze")) {
                statement.execute(sql);
            }
        }
    }

    /** The limit is in the text, for SQLite looks at it when it plans, and an {@code explain} has none bound. */
    @Test
    void a_claim_goes_by_its_own_index_and_to_no_more_rows_than_it_takes() throws SQLException {
        String sql = StoreStatements.portable()
                .rendered(StoreStatement.CLAIM, new SqliteVocabulary(), SchemaName.DEFAULT)
                .replace("?3", "8");
        try (Connection connection = Databases.stranger(folder.resolve("plan.db"))) {
            List<String> steps = Databases.rows(connection, "explain query plan " + sql);
            assertThat(steps)
                    .filteredOn(step -> step.contains("SCAN "))
                    .allSatisfy(step -> assertThat(step).contains("SCAN json_each VIRTUAL TABLE"));
            assertThat(steps)
                    .filteredOn(step -> step.contains("SEARCH q"))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step).contains("task_executions_claim"));
        }
    }
}
