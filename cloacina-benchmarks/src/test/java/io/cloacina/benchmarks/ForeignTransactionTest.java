package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Somebody else's transaction that stays open keeps PostgreSQL from forgetting what was claimed: the index of what can be claimed
 * grows by an entry per task, each of which leads to a row that is no more. A claim must not read them all.
 */
@Timeout(120)
class ForeignTransactionTest {

    private static final int SOME = 3_000;
    private static final int MANY = 8_000;
    private static final String CLAIMS = """
            select sum(calls)
            from public.pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
                and query ~ 'claim_epoch = t.claim_epoch . '
                and query ~ 'skip locked'""";

    /** What was found in it, dead or alive; told by each connection when it ends. */
    private static final String ENTRIES = """
            select idx_tup_read
            from pg_stat_user_indexes
            where indexrelname = 'task_executions_claim'""";

    private static final String OTHER_CONNECTIONS = """
            select count(*)
            from pg_stat_activity
            where datname = current_database()
                and pid <> pg_backend_pid()""";

    @Test
    void a_claim_reads_less_than_three_times_as_much_behind_eleven_thousand_that_no_vacuum_may_remove()
            throws Exception {
        try (Backend backend = new PostgresBackend();
                Database database = backend.newDatabase();
                Meter meter = database.meter()) {
            assertThat(meter.read()).as("it counts statements from now on").isNotNull();
            run(database, 1); // makes the tables
            try (Connection foreign = database.connect()) {
                foreign.setAutoCommit(false);
                foreign.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Sql.text(foreign, "select count(*) from task_executions");

                long early = entriesPerClaim(database);
                run(database, MANY);
                long late = entriesPerClaim(database);

                assertThat(early).as("entries read by a claim of some tens").isGreaterThan(10);
                assertThat(late).isLessThan(3 * early);
            }
        }
    }

    /** Of so many executions and the looks beside them. */
    private static long entriesPerClaim(Database database) throws Exception {
        long entriesBefore = number(database, ENTRIES);
        long claimsBefore = number(database, CLAIMS);
        run(database, SOME);
        return (number(database, ENTRIES) - entriesBefore) / (number(database, CLAIMS) - claimsBefore);
    }

    private static long number(Database database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.number(connection, query);
        }
    }

    /** A backlog, and then a runner that works it off. */
    private static void run(Database database, int executions) throws Exception {
        CountDownLatch ended = new CountDownLatch(executions);
        Floor.inSetsOf(1_000).submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, executions));
        try (DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .workflows(Shape.single().workflow(context -> {}))
                .listener(new RunnerListener() {
                    @Override
                    public void executionEnded(TransitionEvent event) {
                        ended.countDown();
                    }
                })
                .open()) {
            ended.await();
            assertThat(runner.settings()).isNotNull();
        }
        while (number(database, OTHER_CONNECTIONS) > 1) { // the foreign one stays; the others tell when they end
            Thread.onSpinWait();
        }
    }
}
