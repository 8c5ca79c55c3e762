package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How SQLite finds the rows of each statement. It plans without statistics, so an empty database tells. */
class PlanTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @BeforeAll
    static void makeDatabase() {
        Databases.open(folder.resolve("plan.db").toString()).close();
    }

    private static List<String> plan(StoreStatement statement) throws SQLException {
        String sql = StoreStatements.portable().rendered(statement, new SqliteVocabulary(), SchemaName.DEFAULT);
        try (Connection connection = Databases.stranger(folder.resolve("plan.db"))) {
            return Databases.rows(connection, "explain query plan " + sql);
        }
    }

    static Stream<StoreStatement> statements() {
        return Stream.of(StoreStatement.values())
                .filter(StoreStatements.portable()::has)
                .filter(statement -> statement != StoreStatement.DEFINE_TASKS);
    }

    /** A foreign key is looked up backwards only while one is violated, which the plan of that insert does not say. */
    @ParameterizedTest
    @MethodSource("statements")
    void no_statement_looks_at_every_row_of_a_table(StoreStatement statement) throws SQLException {
        assertThat(plan(statement))
                .filteredOn(step -> step.contains("SCAN "))
                .allSatisfy(
                        step -> assertThat(step).containsAnyOf("SCAN jsonb_each VIRTUAL TABLE", "SCAN CONSTANT ROW"));
    }

    @ParameterizedTest
    @EnumSource(names = {"END", "COUNT_DOWN", "STATES", "SETTLE_TASKS", "SETTLE_EXECUTIONS", "EXTEND", "CONTEXT_KEYS"})
    void a_set_is_read_once_and_leads_the_way_to_the_rows(StoreStatement statement) throws SQLException {
        assertThat(plan(statement).get(0)).contains("SCAN jsonb_each");
        assertThat(plan(statement).get(1)).contains("USING PRIMARY KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIM,              task_executions_claim",
        "PROMOTE_DUE,        task_executions_due",
        "EXPIRED_CLAIMS,     task_executions_leases",
        "CLAIMS_OF,          task_executions_leases",
        "OVERDUE_EXECUTIONS, workflow_executions_timeout",
        "OPEN_PARKED,        workflow_executions_parked",
        "OPEN_UNPARKED,      workflow_executions_open",
        "ADMITTED_BEFORE,    workflow_executions_idempotency_key"
    })
    void a_choice_goes_by_its_own_index(StoreStatement statement, String index) throws SQLException {
        assertThat(plan(statement)).anySatisfy(step -> assertThat(step).contains(index));
    }

    @Test
    void the_agenda_reads_the_first_entry_of_three_indexes() throws SQLException {
        assertThat(String.join("; ", plan(StoreStatement.AGENDA)))
                .contains("task_executions_claim", "task_executions_due", "workflow_executions_timeout");
    }
}
