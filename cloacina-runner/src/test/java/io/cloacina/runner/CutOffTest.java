package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A runner is cut off at a commit and stays away while another one moves the same execution on. */
@Timeout(60)
class CutOffTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final AtomicBoolean cutNext = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger bodies = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** Cuts the writer off at one commit; from then on the runner reaches the database no more until it is back. */
    private FaultPoints cutOffAt(String point) {
        return name -> {
            boolean writes = Thread.currentThread().getName().contains("writer");
            if (name.equals(point) && writes && cutNext.compareAndSet(true, false)) {
                away.set(true);
                throw new StoreException.OutcomeUnknown("cut off", null);
            }
            if (name.equals(InMemoryStore.BEFORE_COMMIT) && away.get()) {
                throw new StoreException.ConnectionLost("away", null);
            }
        };
    }

    @Test
    void an_end_that_was_not_stored_is_not_taken_for_stored_because_another_runner_ended_the_task() {
        Workflow single = Workflow.named("single")
                .task("only", context -> cutNext.set(bodies.incrementAndGet() == 1))
                .build();
        Workflow mark = Workflow.named("mark").task("only", context -> {}).build();
        List<TransitionEvent> heard = new CopyOnWriteArrayList<>();
        DefaultRunner runner = bench.open(bench.builder(cutOffAt(InMemoryStore.BEFORE_COMMIT))
                .workflows(single, mark)
                .listener(new RunnerListener() {
                    @Override
                    public void onEvent(TransitionEvent event) {
                        heard.add(event);
                    }
                }));
        ExecutionHandle handle = runner.start("single", Context.empty());
        ExecutionResult elsewhere =
                bench.open(single).handleOf(handle.id()).orElseThrow().result();
        assertThat(elsewhere.status()).isEqualTo(ExecutionStatus.COMPLETED);
        away.set(false);
        ExecutionId later = runner.execute("mark", Context.empty()).id();
        bench.awaitUntil(
                () -> heard.stream().anyMatch(event -> event.execution().equals(later)));
        assertThat(heard)
                .filteredOn(event -> event.execution().equals(handle.id()))
                .extracting(TransitionEvent::kind)
                .doesNotContain(EventKind.TASK_COMPLETED);
        assertThat(bodies).hasValue(2);
    }

    @Test
    void a_cancellation_that_was_stored_is_not_taken_for_lost_because_another_runner_brought_it_to_its_end()
            throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Workflow slow = Workflow.named("slow")
                .task("wait", context -> {
                    begun.countDown();
                    never.await();
                })
                .build();
        DefaultRunner running = bench.open(slow);
        ExecutionHandle handle = running.start("slow", Context.empty());
        begun.await();
        DefaultRunner cancelling = bench.open(bench.builder(cutOffAt(InMemoryStore.AFTER_COMMIT)));
        assertThatThrownBy(() -> cancelling.cancel(new ExecutionId(new UUID(1, 1))))
                .as("its first commit is behind it")
                .isInstanceOf(RunnerException.UnknownExecution.class);
        cutNext.set(true);
        CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> cancelling.cancel(handle.id()));
        assertThat(handle.result().status()).isEqualTo(ExecutionStatus.CANCELLED);
        away.set(false);
        assertThat(cancelled.get()).as("this call cancelled it").isTrue();
    }
}
