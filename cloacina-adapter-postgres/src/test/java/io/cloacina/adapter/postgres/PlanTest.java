package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Looks at the plan that the server would make and keep for a prepared statement, for parameters it does not know: on tables that
 * it has never seen filled, and on tables that will not stay as it has seen them. In both it likes plans that read whole
 * tables.
 */
class PlanTest {

    @Nested
    class OnEmptyTables extends Plans {
        @Override
        String[] rows() {
            return new String[0];
        }
    }

    /** As few as the server ever looks at by itself. */
    @Nested
    class OnTablesOfFiftyOneRows extends Plans {
        @Override
        String[] rows() {
            return executions(51);
        }
    }

    @Nested
    class OnTablesOfAThousandRows extends Plans {
        @Override
        String[] rows() {
            return executions(1000);
        }
    }

    /** Small workflows, all of them run: who learns from that expects no open one, and none of ten thousand tasks. */
    private static String[] executions(int count) {
        return new String[] {
            "set search_path = cloacina",
            "insert into workflow_definitions select gen_random_uuid(), 'w' || n, '1', '{}'"
                    + " from generate_series(1, " + count + ") as n",
            "insert into workflow_tasks select id, 0, 'first', 0 from workflow_definitions",
            "insert into workflow_tasks select id, 1, 'second', 1 from workflow_definitions",
            "insert into workflow_dependencies select id, 1, 0, 0 from workflow_definitions",
            "insert into workflow_executions (definition_id, status, input_digest, open_tasks, completed_at)"
                    + " select id, 'COMPLETED', 'd', 0, now() from workflow_definitions",
            "insert into task_executions (execution_id, ordinal, definition_id, status, open_dependencies)"
                    + " select id, 0, definition_id, 'COMPLETED', 0 from workflow_executions",
            "insert into task_contexts select id, -1, '{}', '{}' from workflow_executions",
            "insert into execution_events (execution_id, kind, worker)"
                    + " select id, 'EXECUTION_COMPLETED', 'w' from workflow_executions",
            "analyze",
        };
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Plans {

        private PostgresDatabase database;
        private Connection connection;

        abstract String[] rows();

        @BeforeAll
        void connect() throws SQLException {
            database = Databases.migrated();
            Databases.run(database, rows());
            var source = (PGSimpleDataSource) new Sources(PostgresConfigTest.config(database.url())).forWork();
            // explain takes no parameters, and only this mode sends none
            source.setPreferQueryMode(PreferQueryMode.SIMPLE);
            connection = source.getConnection();
        }

        @AfterAll
        void close() throws SQLException {
            connection.close();
            database.close();
        }

        @ParameterizedTest
        @EnumSource(StoreStatement.class)
        void no_statement_reads_a_whole_table_or_hashes_one(StoreStatement statement) throws SQLException {
            assertThat(plan(RenderedSql.of(statement))).doesNotContain("Seq Scan", "Hash Join", "Merge Join", "Gather");
        }

        /** Apart from two that ask about everything an index holds, which is little by its nature. */
        @ParameterizedTest
        @EnumSource(
                value = StoreStatement.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"AGENDA", "CLAIMS_OF"})
        void no_statement_reads_a_whole_index(StoreStatement statement) throws SQLException {
            assertThat(plan(RenderedSql.of(statement)))
                    .doesNotContainPattern("Index (Only )?Scan using [^\n]*\n(?! *Index Cond)");
        }

        @ParameterizedTest
        @CsvSource({
            "CLAIM, task_executions_claim",
            "CLAIM_AND_START, task_executions_claim",
            "CLAIM_AND_START, workflow_executions_pk",
            "PROMOTE_DUE, task_executions_due",
            "EXPIRED_CLAIMS, task_executions_leases",
            "CLAIMS_OF, task_executions_leases",
            "END, task_executions_pk",
            "EXTEND, task_executions_pk",
            "COUNT_DOWN, task_executions_pk",
            "SETTLE_TASKS, task_executions_pk",
            "STATES, task_executions_pk",
            "LOCK, workflow_executions_pk",
            "START, workflow_executions_pk",
            "PARK, workflow_executions_pk",
            "SETTLE_EXECUTIONS, workflow_executions_pk",
            "ADMIT_TASKS, workflow_tasks_pk",
            "ADMIT_WHOLE, workflow_tasks_pk",
            "CONTEXT_KEYS, task_contexts_pk",
            "OVERDUE_EXECUTIONS, workflow_executions_timeout",
            "OPEN_PARKED, workflow_executions_parked",
            "OPEN_UNPARKED, workflow_executions_open",
            "ADMITTED_BEFORE, workflow_executions_idempotency_key",
        })
        void each_moment_follows_its_index(StoreStatement statement, String index) throws SQLException {
            assertThat(plan(RenderedSql.of(statement))).contains(index);
        }

        @Test
        void the_claim_takes_rows_in_the_order_of_its_index_and_finds_them_by_their_place() throws SQLException {
            assertThat(plan(RenderedSql.of(StoreStatement.CLAIM)))
                    .contains("Tid Scan", "LockRows")
                    .containsOnlyOnce("Sort Key");
        }

        @Test
        void which_rows_of_many_became_executions_is_looked_up_in_a_table() throws SQLException {
            assertThat(plan(RenderedSql.of(StoreStatement.ADMIT_WHOLE))).contains("hashed SubPlan");
        }

        @Test
        void the_claim_finds_rows_by_their_place_also_where_it_starts_them() throws SQLException {
            assertThat(plan(RenderedSql.of(StoreStatement.CLAIM_AND_START))).contains("Tid Scan", "LockRows");
        }

        /** What the server asks for every row that refers to a task. */
        @Test
        void a_reference_to_a_task_follows_its_whole_key() throws SQLException {
            assertThat(plan("select 1 from only cloacina.workflow_tasks as x"
                            + " where x.definition_id = $1 and x.ordinal = $2 for key share of x"))
                    .contains("workflow_tasks_pk")
                    .doesNotContain("Filter");
        }

        private String plan(String sql) throws SQLException {
            Stream<String> lines = Databases.ask(connection, "explain (generic_plan, costs off) " + sql).stream();
            return String.join("\n", lines.toList());
        }
    }
}
