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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

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

    /** What is asked of definitions may read them all: there are few. */
    @ParameterizedTest
    @EnumSource(
            value = StoreStatement.class,
            mode = Mode.INCLUDE,
            names = {
                "ADMITTED_BEFORE",
                "LOCK",
                "END",
                "COUNT_DOWN",
                "STATES",
                "SETTLE_TASKS",
                "SETTLE_EXECUTIONS",
                "CANCEL_UNSTARTED",
                "PARK",
                "CLAIM",
                "START",
                "CLAIMS_OF",
                "EXTEND",
                "PROMOTE_DUE",
                "EXECUTIONS_BY_ID",
                "TASKS_OF",
                "EXECUTION_WITH_TASKS",
                "HISTORY_OF",
                "CONTEXT_KEYS",
                "CONTEXT_VALUES",
                "EXPIRED_CLAIMS",
                "OVERDUE_EXECUTIONS",
                "AGENDA",
                "OPEN_PARKED",
                "OPEN_UNPARKED"
            })
    void no_statement_reads_all_rows_of_a_table_that_grows(StoreStatement statement) throws SQLException {
        assertThat(plan(statement))
                .filteredOn(step -> step.contains("SCAN "))
                .allMatch(step -> step.contains("SCAN jsonb_each VIRTUAL TABLE") || step.contains("SCAN CONSTANT ROW"));
    }

    @Test
    void a_claim_goes_by_its_own_index_and_to_no_more_rows_than_it_takes() throws SQLException {
        assertThat(plan(StoreStatement.CLAIM))
                .filteredOn(step -> step.contains("SEARCH q"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step).contains("task_executions_claim"));
    }

    /** The limits are in the text, for SQLite looks at them when it plans, and an {@code explain} has none bound. */
    private static List<String> plan(StoreStatement statement) throws SQLException {
        String sql = StoreStatements.portable()
                .rendered(statement, new SqliteVocabulary(), SchemaName.DEFAULT)
                .replaceAll("limit \\?\\d", "limit 8");
        try (Connection connection = Databases.stranger(folder.resolve("plan.db"))) {
            return Databases.rows(connection, "explain query plan " + sql);
        }
    }
}
