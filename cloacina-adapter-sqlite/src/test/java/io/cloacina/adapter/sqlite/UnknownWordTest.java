package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words in rows that a newer version wrote: told as such wherever they are met, never read as another word. */
class UnknownWordTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ExecutionStore store;
    private SingleTasks tasks;
    private ExecutionId id;

    @BeforeEach
    void submit() {
        store = Databases.open(file().toString());
        tasks = new SingleTasks(store, "worker").define();
        id = tasks.submit(1).get(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_status_of_an_execution() throws SQLException {
        writeByHand("update workflow_executions set status = 'DANCING'");

        assertUnreadable(() -> store.queries().find(id), "workflow_executions.status");
        assertUnreadable(
                () -> store.queries().list(new ExecutionFilter(null, Set.of(), null, 10)),
                "workflow_executions.status");
        assertUnreadable(
                () -> store.transact(Lane.WORK, transaction -> transaction.lock(List.of(id))),
                "workflow_executions.status");
    }

    @Test
    void an_ending_of_an_execution() throws SQLException {
        var claim = tasks.claim(1).get(0).ref();
        writeByHand("update workflow_executions set ending = 'DANCING'");

        assertUnreadable(() -> store.queries().find(id), "workflow_executions.ending");
        assertUnreadable(
                () -> store.transact(
                        Lane.HEARTBEAT, transaction -> transaction.extend(List.of(claim), Duration.ofMinutes(1))),
                "workflow_executions.ending");
    }

    @Test
    void a_status_of_a_task() throws SQLException {
        writeByHand("update task_executions set claimable = false, status = 'DANCING'");

        assertUnreadable(() -> store.queries().tasks(id), "task_executions.status");
        assertUnreadable(
                () -> store.transact(Lane.WORK, transaction -> transaction.states(List.of(new TaskRef(id, 0)))),
                "task_executions.status");
    }

    @Test
    void a_kind_of_event() throws SQLException {
        writeByHand("update execution_events set kind = 'EXECUTION_DANCING'");

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

    /** The tables of a newer version would let the word pass. */
    private void writeByHand(String update) throws SQLException {
        try (Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            statement.execute("pragma ignore_check_constraints = on");
            statement.execute(update);
        }
    }

    private Path file() {
        return folder.resolve("newer.db");
    }
}
