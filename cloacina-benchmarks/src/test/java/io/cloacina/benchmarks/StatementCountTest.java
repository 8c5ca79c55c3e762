package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one task costs in statements, rows and bytes, as PostgreSQL counts them, does not grow with what is around it. */
@Timeout(120)
class StatementCountTest {

    private static final String WRITES = """
            select coalesce(sum(calls), 0)
            from public.pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
                and query ~* '^\\s*(update|insert|with)'""";
    private static final String LOOKS = """
            select coalesce(sum(calls), 0)
            from public.pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
                and query ~* 'min\\(t.due_at\\)'""";

    private static Backend backend;

    @BeforeAll
    static void launch() {
        backend = new PostgresBackend();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_task_of_a_long_chain_costs_as_many_statements_and_rows_as_one_of_a_short_chain() throws Exception {
        Map<String, Long> shortest = counts(Shape.chain(20));
        Map<String, Long> middle = counts(Shape.chain(60));
        Map<String, Long> longest = counts(Shape.chain(200));
        for (String what : new String[] {"writes", "rows written"}) {
            double early = (middle.get(what) - shortest.get(what)) / 40.0;
            double late = (longest.get(what) - middle.get(what)) / 140.0;
            assertThat(late).as("%s per task", what).isCloseTo(early, within(0.5));
        }
        assertThat((longest.get("writes") - shortest.get("writes")) / 180.0)
                .as("write statements per task of a chain that runs alone")
                .isLessThan(6.5);
    }

    @Test
    void a_wide_join_costs_fewer_statements_per_task_than_a_narrow_one() throws Exception {
        Map<String, Long> narrow = counts(Shape.fan(20));
        Map<String, Long> wide = counts(Shape.fan(500));
        assertThat(wide.get("writes") / 502.0).isLessThan(narrow.get("writes") / 22.0);
        assertThat((double) wide.get("rows written") / 502)
                .as("rows per task")
                .isCloseTo(narrow.get("rows written") / 22.0, within(1.0));
    }

    @Test
    void a_backlog_that_is_not_for_this_runner_adds_no_write() throws Exception {
        Map<String, Long> alone = counts(Shape.chain(3));
        try (Database database = backend.newDatabase()) {
            Floor.inSetsOf(1000).submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, 3000));
            Map<String, Long> amid = counts(database, Shape.chain(3));
            assertThat(amid.get("rows written")).isCloseTo(alone.get("rows written"), within(1L));
            assertThat(amid.get("writes"))
                    .as("but for a look at opening more or less")
                    .isCloseTo(alone.get("writes"), within(3L));
        }
    }

    @Test
    void an_idle_runner_writes_nothing() throws Exception {
        try (Database database = backend.newDatabase()) {
            run(database, Shape.single().workflow(context -> {}));
            try (Meter meter = database.meter();
                    DefaultRunner runner =
                            DefaultRunner.open(database.url(), Shape.single().workflow(context -> {}))) {
                assertThat(runner.settings()).isNotNull();
                awaitLooks(database, 2); // what it does to open is behind it
                long writes = value(database, WRITES);
                long rows = meter.read().get("rows written");
                awaitLooks(database, 5);
                assertThat(value(database, WRITES)).isEqualTo(writes);
                assertThat(meter.read().get("rows written")).isEqualTo(rows);
            }
        }
    }

    private static void awaitLooks(Database database, int looks) throws SQLException {
        while (value(database, LOOKS) < looks) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_written_of_contexts_grows_with_the_chain_and_not_with_its_square() throws Exception {
        long some = contextBytes(20);
        long many = contextBytes(80);
        assertThat((double) many / some).isCloseTo(4, within(0.2));
    }

    private static long contextBytes(int tasks) throws Exception {
        String kilobyte = "x".repeat(1024);
        try (Database database = backend.newDatabase()) {
            run(database, Shape.chain(tasks).workflow(context -> context.put("text", kilobyte)));
            return value(
                    database, "select sum(octet_length(keys::text) + octet_length(written::text)) from task_contexts");
        }
    }

    private static Map<String, Long> counts(Shape shape) throws SQLException {
        try (Database database = backend.newDatabase()) {
            return counts(database, shape);
        }
    }

    private static Map<String, Long> counts(Database database, Shape shape) throws SQLException {
        TaskBody nothing = context -> {};
        run(database, shape.workflow(nothing)); // the definition is stored, the schema made
        try (Meter meter = database.meter()) {
            run(database, shape.workflow(nothing));
            long writes = value(database, WRITES);
            return Map.of("writes", writes, "rows written", meter.read().get("rows written"));
        }
    }

    private static void run(Database database, Workflow workflow) {
        try (DefaultRunner runner = DefaultRunner.open(database.url(), workflow)) {
            runner.execute(workflow.name(), Context.empty()).requireCompleted();
        }
    }

    private static long value(Database database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.number(connection, query);
        }
    }
}
