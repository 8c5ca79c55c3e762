package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A runner that works and cannot say so: its lease runs out while the body goes on. */
abstract class LostHeartbeatChapter extends Chapter {

    private static final String NAME = "stubborn";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch toldToStop = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch begunAgain = new CountDownLatch(1);
    private final CountDownLatch doneAgain = new CountDownLatch(1);
    private final AtomicBoolean sawItself = new AtomicBoolean();

    @Test
    void a_body_without_heartbeats_is_told_to_stop_and_its_late_outcome_counts_for_nothing() throws Exception {
        Heartless store = new Heartless(Stores.open(backend().url()));
        DefaultRunner cutOff = open(runnerOn(store)
                .settings(Leases.UNSWEPT::in)
                .maxConcurrentTasks(1)
                .workflows(workflow(this::goOnAfterTheInterrupt)));
        ExecutionHandle handle = cutOff.start(NAME, Secrets.context());
        await(begun);
        store.stop();
        await(toldToStop); // by nobody but its own runner: there is no other one yet
        DefaultRunner other = open(runner().workflows(workflow(this::holdTheTask)));
        await(begunAgain);

        done.countDown();
        cutOff.close(); // waits for the body and writes whatever there is to write, while the other one holds the task
        doneAgain.countDown();
        assertCompleted(other.handleOf(handle.id()).orElseThrow());
        assertThat(sawItself).isTrue();
        assertThat(other.handleOf(handle.id()).orElseThrow().result().context())
                .isEqualTo(Secrets.context().put("by", "other"));
        assertThat(history(other, handle.id()))
                .filteredOn(event -> event.kind().isOfTask())
                .extracting(ExecutionEvent::kind, ExecutionEvent::epoch)
                .containsExactly(
                        tuple(EventKind.TASK_CLAIMED, 1),
                        tuple(EventKind.TASK_LEASE_EXPIRED, 1),
                        tuple(EventKind.TASK_CLAIMED, 2),
                        tuple(EventKind.TASK_COMPLETED, 2));
    }

    private static Workflow workflow(TaskBody body) {
        return Workflow.named(NAME).task("only", body).build();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Keeps its slot until the other runner has begun, so that its own runner cannot take the task back. */
    private void goOnAfterTheInterrupt(TaskContext context) throws InterruptedException {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            sawItself.set(context.isCancelled());
            toldToStop.countDown();
        }
        done.await();
        context.put("by", "the runner that was cut off");
    }

    private void holdTheTask(TaskContext context) throws InterruptedException {
        begunAgain.countDown();
        doneAgain.await();
        context.put("by", "other");
    }
}
