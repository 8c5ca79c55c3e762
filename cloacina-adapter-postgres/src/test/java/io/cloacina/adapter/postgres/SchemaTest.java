package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database does by itself, for rows written by hand: defaults, triggers, checks. */
class SchemaTest {

    private static final String DEFINITION = "11111111-1111-1111-1111-111111111111";
    private static final String EXECUTION = "22222222-2222-2222-2222-222222222222";
    private static PostgresDatabase database;

    private Connection connection;

    @BeforeAll
    static void create() {
        database = Databases.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        run("set search_path to cloacina");
        run("insert into workflow_definitions (id, name, version, document) values ('%s', 'w', '1', '{}')"
                .formatted(DEFINITION));
        run("insert into workflow_tasks values ('%s', 0, 'first', 0)".formatted(DEFINITION));
        run("insert into workflow_executions (id, definition_id, input_digest, open_tasks) values ('%s', '%s', 'd', 1)"
                .formatted(EXECUTION, DEFINITION));
        run(
                "insert into task_executions (execution_id, ordinal, definition_id, open_dependencies) values ('%s', 0, '%s', 0)"
                        .formatted(EXECUTION, DEFINITION));
    }

    @AfterEach
    void removeEverything() throws SQLException {
        connection.close();
        Databases.run(database, "truncate cloacina.workflow_definitions cascade");
    }

    @ParameterizedTest
    @CsvSource({
        "id, uuid",
        "created_at, timestamp with time zone",
        "updated_at, timestamp with time zone",
        "completed_at, timestamp with time zone",
        "lease_until, timestamp with time zone",
        "document, jsonb",
        "keys, jsonb",
        "written, jsonb",
        "claimable, boolean",
        "sequence, bigint",
        "ordinal, integer",
    })
    void columns_of_one_name_have_one_native_type(String column, String type) throws SQLException {
        assertThat(ask("select distinct data_type from information_schema.columns"
                        + " where table_schema = 'cloacina' and table_name <> 'cloacina_schema_history'"
                        + " and column_name = '" + column + "'"))
                .containsExactly(type);
    }

    @Test
    void an_execution_written_by_hand_gets_an_id_and_times() throws SQLException {
        run("insert into workflow_executions (definition_id, input_digest, open_tasks) values ('%s', 'd', 1)"
                .formatted(DEFINITION));

        assertThat(ask("select count(distinct id) from workflow_executions where id <> '%s'".formatted(EXECUTION)))
                .containsExactly("1");
        assertThat(ask("select created_at = updated_at and now() - created_at < interval '1 minute'"
                        + " from workflow_executions"))
                .containsOnly("t");
    }

    @ParameterizedTest
    @CsvSource({"workflow_executions", "task_executions"})
    void a_change_by_hand_moves_updated_at_and_nothing_else(String table) throws SQLException {
        run("update " + table + " set reason = 'by hand'");

        assertThat(ask("select updated_at > created_at from " + table)).containsExactly("t");
    }

    @Test
    void updated_at_cannot_be_forged() throws SQLException {
        run("update task_executions set updated_at = '1970-01-01'");

        assertThat(ask("select updated_at > created_at from task_executions")).containsExactly("t");
    }

    @Test
    void the_database_has_one_identity() {
        assertThat(Databases.ask(database, "select id from cloacina.store_identity"))
                .hasSize(1);
        assertRefused("insert into store_identity default values", "23505", "store_identity_has_one_row");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update workflow_executions set status = 'DONE' | 23514 | workflow_executions_status",
                "update workflow_executions set ending = 'LATER' | 23514 | workflow_executions_ending",
                "update workflow_executions set open_tasks = -1 | 23514 | workflow_executions_open_tasks",
                "update task_executions set status = 'DONE' | 23514 | task_executions_status",
                "update task_executions set claimable = true | 23514 | task_executions_claimable",
                "update task_executions set attempt = 0 | 23514 | task_executions_attempt",
                "update task_executions set open_dependencies = -1 | 23514 | task_executions_open_dependencies",
                "update task_executions set ordinal = 7 | 23503 | task_executions_task",
                "update workflow_executions set definition_id = gen_random_uuid() | 23503 | workflow_executions_definition",
                "delete from workflow_executions | 23503 | task_executions_execution",
                "insert into task_executions select * from task_executions | 23505 | task_executions_pk",
                "insert into workflow_definitions select gen_random_uuid(), name, version, document from"
                        + " workflow_definitions | 23505 | workflow_definitions_version",
            })
    void a_row_that_makes_no_sense_is_refused(String sql, String state, String constraint) {
        assertRefused(sql, state, constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{', '{}' | 22P02 | json",
                "'[]', '{}' | 23514 | task_contexts_keys",
                "'{}', '7' | 23514 | task_contexts_written",
            })
    void a_context_that_is_no_json_object_is_refused(String values, String state, String what) {
        assertRefused("insert into task_contexts values ('%s', -1, %s)".formatted(EXECUTION, values), state, what);
    }

    @ParameterizedTest
    @CsvSource({"TASK_READY, null", "EXECUTION_STARTED, 0", "TASK READY, 0", "SOMETHING, null"})
    void an_event_that_contradicts_its_kind_is_refused(String kind, String task) {
        assertRefused(
                "insert into execution_events (execution_id, kind, task_ordinal, worker) values ('%s', '%s', %s, 'w')"
                        .formatted(EXECUTION, kind, task),
                "23514",
                "execution_events");
    }

    private void assertRefused(String sql, String state, String what) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(what)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(state);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        return Databases.ask(connection, sql);
    }
}
