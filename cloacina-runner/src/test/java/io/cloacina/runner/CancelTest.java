package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.Workflow;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CancelTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_running_body_is_told_to_stop_and_nothing_else_starts() {
        AtomicBoolean successorRan = new AtomicBoolean();
        Workflow slow = Workflow.named("slow")
                .task("wait", context -> {
                    begun.countDown();
                    never.await();
                })
                .task("after", context -> successorRan.set(true), after("wait"))
                .build();
        DefaultRunner runner = bench.open(slow);
        ExecutionHandle handle = runner.start("slow", Context.empty());
        await(begun);
        assertThat(handle.cancel()).isTrue();
        ExecutionResult result = handle.result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertThat(result.task("wait").status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(result.task("after").status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(successorRan).isFalse();
        assertThat(handle.cancel()).as("a second cancel changes nothing").isFalse();
    }

    @Test
    void a_runner_hears_of_a_cancel_by_another_one() {
        Workflow slow = Workflow.named("slow")
                .task("wait", context -> {
                    begun.countDown();
                    never.await();
                })
                .build();
        DefaultRunner running = bench.open(slow);
        ExecutionId id = running.start("slow", Context.empty()).id();
        await(begun);
        DefaultRunner other = bench.open();
        assertThat(other.cancel(id)).isTrue();
        assertThat(other.handleOf(id).orElseThrow().result().status()).isEqualTo(ExecutionStatus.CANCELLED);
    }

    @Test
    void an_execution_that_takes_too_long_fails_and_says_so() {
        Workflow slow = Workflow.named("slow")
                .task("wait", context -> never.await())
                .task("after", context -> {}, after("wait"))
                .timeout(Duration.ofMillis(50))
                .build();
        ExecutionResult result = bench.open(slow).execute("slow", Context.empty());
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.reason().orElseThrow()).contains("time-out");
    }

    @Test
    void a_body_that_ignores_its_time_out_is_fenced_out_and_keeps_its_slot() {
        CountDownLatch release = new CountDownLatch(1);
        Workflow stubborn = Workflow.named("stubborn")
                .task(
                        "ignore",
                        context -> {
                            Uninterrupted.await(release);
                            context.put("late", true);
                        },
                        root().timeout(Duration.ofMillis(50)).retry(RetryPolicy.none()))
                .build();
        Workflow quick = Workflow.named("quick").task("only", context -> {}).build();
        DefaultRunner runner =
                bench.open(bench.builder().workflows(stubborn, quick).maxConcurrentTasks(1));
        ExecutionResult result = runner.execute("stubborn", Context.empty());
        ExecutionHandle next = runner.start("quick", Context.empty());
        assertThat(runner.history(next.id(), 0, 10))
                .as("the transaction that stored it found no slot to claim it")
                .extracting(recorded -> recorded.event().kind())
                .containsExactly(EventKind.EXECUTION_SUBMITTED);
        release.countDown();
        assertThat(next.result().status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.task("ignore").reason().orElseThrow()).contains("time-out");
        assertThat(result.context().contains("late")).isFalse();
    }

    @Test
    void an_unknown_execution_cannot_be_cancelled() {
        DefaultRunner runner = bench.open();
        assertThatThrownBy(() -> runner.cancel(new ExecutionId(new UUID(1, 1))))
                .isInstanceOf(RunnerException.UnknownExecution.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
