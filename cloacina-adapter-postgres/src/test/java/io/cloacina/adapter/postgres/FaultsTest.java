package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredContext;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.canary.Canary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine is told when something goes wrong between us and the server. */
class FaultsTest {

    private static final String CUT_THE_STORE =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'";
    private static PostgresDatabase database;

    private final AtomicReference<FaultPoints> faults = new AtomicReference<>(FaultPoints.NONE);
    private ExecutionStore store;
    private Submission submission;

    @BeforeAll
    static void create() {
        database = Databases.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void open() {
        store = Databases.open(
                database.url() + "?applicationName=victim&socketTimeout=3&poolSize=4&listen=off",
                Settings.withFaults(point -> faults.get().reached(point)));
        submission = Submission.into(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void connections_that_were_cut_are_replaced() {
        for (int round = 0; round < 5; round++) {
            Databases.ask(database, CUT_THE_STORE);

            ExecutionId id = await().ignoreExceptionsInstanceOf(StoreException.ConnectionLost.class)
                    .until(() -> submission.submit(store), submitted -> true);
            assertThat(store.queries().find(id)).isPresent();
        }
    }

    @Test
    void a_connection_that_is_cut_during_the_work_takes_the_work_with_it() {
        var execution = submission.execution();

        assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> {
                    tx.admit(List.of(execution));
                    Databases.ask(database, CUT_THE_STORE);
                    return tx.claim(submission.request(1));
                }))
                .isInstanceOf(StoreException.ConnectionLost.class);

        assertThat(findAgain(execution.id())).isFalse();
    }

    @Test
    void a_connection_that_is_cut_at_the_commit_leaves_the_outcome_unknown() {
        var execution = submission.execution();
        faults.set(point -> {
            if (point.equals("store.before-commit")) {
                Databases.ask(database, CUT_THE_STORE);
            }
        });

        assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> tx.admit(List.of(execution))))
                .isInstanceOf(StoreException.OutcomeUnknown.class);
        faults.set(FaultPoints.NONE);

        assertThat(findAgain(execution.id())).isFalse();
    }

    @Test
    void a_lock_that_others_keep_too_long_is_contention() throws SQLException {
        ExecutionId id = submission.submit(store);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            Databases.ask(other, "select id from cloacina.workflow_executions for update");

            assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> tx.lock(List.of(id))))
                    .isInstanceOf(StoreException.Contended.class)
                    .hasMessageContaining("55P03");
            other.rollback();
        }
        assertThat(submission.claim(store, 10)).hasSize(1);
    }

    @Test
    void a_table_that_others_keep_locked_too_long_is_contention() throws SQLException {
        ExecutionId id = submission.submit(store);
        try (Connection other = database.connect();
                Statement maintenance = other.createStatement()) {
            other.setAutoCommit(false);
            maintenance.execute("lock table cloacina.task_executions in access exclusive mode");

            assertThatThrownBy(() -> submission.claim(store, 10))
                    .isInstanceOf(StoreException.Contended.class)
                    .hasMessageContaining("55P03");
            other.rollback();
        }
        assertThat(submission.claim(store, 10))
                .extracting(claim -> claim.ref().task().execution())
                .containsExactly(id);
    }

    /** The server looks for deadlocks after a second; a store with the usual time-outs waits that long for a lock. */
    @Test
    void a_deadlock_is_contention_and_the_other_one_goes_on() throws Exception {
        ExecutionId first = submission.submit(store);
        ExecutionId second = submission.submit(store);
        try (ExecutionStore patient = Databases.open(database.url() + "?applicationName=patient&listen=off");
                Connection other = database.connect()) {
            String otherPid = holdAndLookForNoDeadlock(other, second);
            var crossing = new FutureTask<>(() -> Databases.ask(other, lockOf(first)));

            assertThatThrownBy(() -> patient.transact(Lane.WORK, tx -> {
                        tx.lock(List.of(first));
                        startAndAwaitThatItWaits(crossing, otherPid);
                        return tx.lock(List.of(second));
                    }))
                    .isInstanceOf(StoreException.Contended.class)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("40P01"));
            assertThat(crossing.get(10, TimeUnit.SECONDS)).containsExactly(first.toString());
            other.rollback();
        }
        assertThat(submission.claim(store, 10)).hasSize(2);
    }

    /** So that it is the store's transaction that the server ends. */
    private static String holdAndLookForNoDeadlock(Connection other, ExecutionId id) throws SQLException {
        other.setAutoCommit(false);
        Databases.ask(other, "select set_config('deadlock_timeout', '1min', false)");
        Databases.ask(other, lockOf(id));
        return Databases.ask(other, "select pg_backend_pid()").get(0);
    }

    private static String lockOf(ExecutionId id) {
        return "select id from cloacina.workflow_executions where id = '" + id + "' for update";
    }

    private static void startAndAwaitThatItWaits(Runnable request, String pid) {
        new Thread(request, "crossing").start();
        await().until(() -> !Databases.ask(database, "select pid from pg_locks where not granted and pid = " + pid)
                .isEmpty());
    }

    @Test
    void a_claim_waits_for_nobody() throws SQLException {
        submission.submit(store);
        submission.submit(store);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            Databases.ask(
                    other,
                    "select ordinal from cloacina.task_executions where claimable order by execution_id limit 1 for update");
            Databases.ask(other, "select id from cloacina.workflow_executions for update");

            assertThat(submission.claim(store, 10)).hasSize(1);
            other.rollback();
        }
    }

    @Test
    void a_statement_that_the_server_ends_is_contention() {
        Databases.run(
                database,
                "create function cloacina.slow() returns trigger language plpgsql as"
                        + " 'begin perform pg_sleep(10); return new; end'",
                "create trigger slow before insert on cloacina.task_contexts for each row execute function cloacina.slow()");
        try {
            assertThatThrownBy(() -> submission.submit(store))
                    .isInstanceOf(StoreException.Contended.class)
                    .hasMessageContaining("57014");
        } finally {
            Databases.run(database, "drop trigger slow on cloacina.task_contexts", "drop function cloacina.slow");
        }
    }

    @Test
    void a_runner_that_falls_silent_inside_a_transaction_loses_its_locks() {
        ExecutionId id = submission.submit(store);

        assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> {
                    tx.lock(List.of(id));
                    await().until(() -> Databases.ask(
                                    database,
                                    "select pid from pg_stat_activity where application_name = 'victim'"
                                            + " and state = 'idle in transaction'")
                            .isEmpty());
                    return tx.lock(List.of(id));
                }))
                .isInstanceOfAny(StoreException.Contended.class, StoreException.ConnectionLost.class);
    }

    @Test
    void a_payload_that_the_database_cannot_hold_is_refused_without_repeating_it() {
        var id = new ExecutionId(UUID.randomUUID());
        var bomb = new StoredContext(
                new ContextRef(id, ContextRef.INITIAL), "{}", "{\"k\": \"" + Canary.WORD + "\\u0000\"}");

        assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> tx.admit(List.of(submission.execution(id, bomb)))))
                .isInstanceOf(StoreException.Refused.class)
                .hasMessageNotContaining(Canary.WORD)
                .rootCause()
                .hasMessageNotContaining(Canary.WORD);
        assertThat(store.queries().find(id)).isEmpty();
    }

    @Test
    void a_table_that_was_taken_away_stops_the_runner() {
        Databases.run(database, "alter table cloacina.task_contexts rename to gone");
        try {
            assertThatThrownBy(() -> submission.submit(store)).isInstanceOf(StoreException.Unusable.class);
        } finally {
            Databases.run(database, "alter table cloacina.gone rename to task_contexts");
        }
    }

    @Test
    void a_change_of_the_tables_by_another_version_is_survived() {
        for (int i = 0; i < 20; i++) {
            submission.submit(store);
        }
        Databases.run(database, "alter table cloacina.workflow_executions add column later_idea text");

        ExecutionId id = await().ignoreExceptionsInstanceOf(StoreException.Contended.class)
                .until(() -> submission.submit(store), submitted -> true);

        assertThat(store.queries().find(id)).isPresent();
    }

    @Test
    void an_idle_store_holds_no_transaction_and_no_advisory_lock() {
        submission.submit(store);
        store.queries().agenda(List.of(submission.definition()));

        assertThat(Databases.ask(
                        database,
                        "select state from pg_stat_activity where application_name = 'victim' and state <> 'idle'"))
                .isEmpty();
        assertThat(Databases.ask(database, "select pid from pg_locks where locktype = 'advisory'"))
                .isEmpty();
    }

    private boolean findAgain(ExecutionId id) {
        return await().ignoreExceptionsInstanceOf(StoreException.ConnectionLost.class)
                .until(() -> store.queries().find(id), found -> true)
                .isPresent();
    }
}
