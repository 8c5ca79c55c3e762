package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words in rows that a newer version wrote: told as such wherever they are met, never read as another word. */
class UnknownWordTest {

    private static PostgresDatabase database;

    private ExecutionStore store;
    private Submission submission;
    private ExecutionId id;

    /** The tables of a newer version would let such words pass. */
    @BeforeAll
    static void create() {
        database = Databases.migrated();
        Databases.run(
                database,
                "alter table cloacina.workflow_executions drop constraint workflow_executions_status",
                "alter table cloacina.workflow_executions drop constraint workflow_executions_ending",
                "alter table cloacina.task_executions drop constraint task_executions_status");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void submit() {
        store = Databases.open(database.url(), Settings.verifying());
        submission = Submission.into(store);
        id = submission.submit(store);
    }

    @AfterEach
    void close() {
        store.close();
        Databases.run(database, "truncate cloacina.workflow_definitions cascade");
    }

    @Test
    void a_status_of_an_execution() {
        Databases.run(database, "update cloacina.workflow_executions set status = 'DANCING'");

        assertUnreadable(() -> store.queries().find(id), "workflow_executions.status");
        assertUnreadable(
                () -> store.queries().list(new ExecutionFilter(null, Set.of(), null, 10)),
                "workflow_executions.status");
        assertUnreadable(
                () -> store.transact(Lane.WORK, transaction -> transaction.lock(List.of(id))),
                "workflow_executions.status");
    }

    @Test
    void an_ending_of_an_execution() {
        var claim = submission.claim(store, 1).get(0).ref();
        Databases.run(database, "update cloacina.workflow_executions set ending = 'DANCING'");

        assertUnreadable(() -> store.queries().find(id), "workflow_executions.ending");
        assertUnreadable(
                () -> store.transact(
                        Lane.HEARTBEAT, transaction -> transaction.extend(List.of(claim), Duration.ofMinutes(1))),
                "workflow_executions.ending");
    }

    @Test
    void a_status_of_a_task() {
        Databases.run(database, "update cloacina.task_executions set claimable = false, status = 'DANCING'");

        assertUnreadable(() -> store.queries().tasks(id), "task_executions.status");
        assertUnreadable(
                () -> store.transact(Lane.WORK, transaction -> transaction.states(List.of(new TaskRef(id, 0)))),
                "task_executions.status");
    }

    @Test
    void a_kind_of_event() {
        store.transact(Lane.WORK, transaction -> {
            transaction.record(
                    List.of(new ExecutionEvent(id, EventKind.EXECUTION_SUBMITTED, null, 0, 0, "worker", null)));
            return id;
        });
        Databases.run(database, "update cloacina.execution_events set kind = 'EXECUTION_DANCING'");

        assertUnreadable(() -> store.queries().history(id, 0, 10), "execution_events.kind");
    }

    private void assertUnreadable(ThrowingCallable call, String column) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreException.Unreadable.class)
                .hasMessageContaining(column)
                .hasMessageContaining(id.toString())
                .hasMessageContaining("DANCING'")
                .hasMessageContaining("newer version");
    }
}
