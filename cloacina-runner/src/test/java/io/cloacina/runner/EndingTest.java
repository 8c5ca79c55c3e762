package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.canary.TraceLogging;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class EndingTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Workflow slow = Workflow.named("slow")
            .task("wait", context -> {
                begun.countDown();
                never.await();
            })
            .build();

    @Test
    void a_runner_whose_store_became_unusable_tells_who_waits_and_can_be_closed() throws Exception {
        AtomicBoolean unusable = new AtomicBoolean();
        DefaultRunner runner = bench.open(bench.builder(point -> {
                    if (unusable.get() && point.equals(InMemoryStore.BEFORE_COMMIT)) {
                        throw new StoreException.Unusable("the file is gone", null);
                    }
                })
                .workflows(slow));
        CompletableFuture<ExecutionResult> completion =
                runner.start("slow", Context.empty()).completion();
        begun.await();
        unusable.set(true);
        assertThatThrownBy(() -> runner.start("slow", Context.empty())).isInstanceOf(StoreException.Unusable.class);
        assertThatThrownBy(completion::get).hasCauseInstanceOf(StoreException.Unusable.class);
        runner.close();
        assertThatThrownBy(() -> runner.start("slow", Context.empty()))
                .isInstanceOf(RunnerException.RunnerClosed.class);
    }

    @Test
    void a_body_that_is_overdue_while_its_runner_closes_is_ended_by_its_time_out() throws Exception {
        Workflow overdue = Workflow.named("slow")
                .task(
                        "wait",
                        context -> {
                            begun.countDown();
                            never.await();
                        },
                        root().timeout(Duration.ofSeconds(1)).retry(RetryPolicy.none()))
                .build();
        DefaultRunner runner = bench.open(bench.builder()
                .settings(s -> s.withShutdownGrace(Duration.ofMinutes(1)))
                .workflows(overdue));
        ExecutionHandle handle = runner.start("slow", Context.empty());
        begun.await();
        runner.close();

        ExecutionResult result =
                bench.open(overdue).handleOf(handle.id()).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.tasks().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void a_second_close_waits_for_the_first_and_the_task_is_handed_back_once() throws Exception {
        DefaultRunner runner = bench.open(slow);
        ExecutionHandle handle = runner.start("slow", Context.empty());
        begun.await();
        CompletableFuture<Void> first = CompletableFuture.runAsync(runner::close);
        CompletableFuture<Void> second = CompletableFuture.runAsync(runner::close);
        CompletableFuture.anyOf(first, second).get();
        assertThat(bench.open().history(handle.id(), 0, 100))
                .as("whichever close returns, the task is handed back")
                .extracting(recorded -> recorded.event().kind())
                .contains(EventKind.TASK_RELEASED);
        CompletableFuture.allOf(first, second).get();
        Workflow quick = Workflow.named("slow").task("wait", context -> {}).build();
        ExecutionResult result =
                bench.open(quick).handleOf(handle.id()).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_completion_that_comes_while_the_runner_drains_is_told() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Workflow held = Workflow.named("held")
                .task("wait", context -> {
                    begun.countDown();
                    release.await();
                })
                .build();
        DefaultRunner runner = bench.open(patient().workflows(held));
        CompletableFuture<ExecutionResult> completion =
                runner.start("held", Context.empty()).completion();
        begun.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(runner::close);
        bench.awaitUntil(() -> refuses(runner));
        release.countDown();
        assertThat(completion.get().status()).isEqualTo(ExecutionStatus.COMPLETED);
        closed.get();
    }

    @Test
    void a_callback_that_never_ends_does_not_hold_up_the_close() throws Exception {
        Workflow quick = Workflow.named("quick").task("only", context -> {}).build();
        DefaultRunner runner = bench.open(patient().workflows(quick));
        CompletableFuture<Void> callback = runner.start("quick", Context.empty())
                .completion()
                .thenAccept(result -> {
                    begun.countDown();
                    Uninterrupted.await(never);
                });
        begun.await();
        runner.close();
        assertThat(callback).isNotDone();
        never.countDown();
    }

    @Test
    void an_interrupted_close_ends_at_once_and_another_runner_goes_on() throws Exception {
        AtomicInteger bodies = new AtomicInteger();
        Workflow once = Workflow.named("once")
                .task("wait", context -> {
                    if (bodies.incrementAndGet() == 1) {
                        begun.countDown();
                        Uninterrupted.await(never);
                    }
                })
                .build();
        DefaultRunner runner = bench.open(patient().workflows(once));
        ExecutionHandle handle = runner.start("once", Context.empty());
        begun.await();
        AtomicBoolean flagKept = new AtomicBoolean();
        Thread closing = new Thread(() -> {
            runner.close();
            flagKept.set(Thread.currentThread().isInterrupted());
        });
        closing.start();
        bench.awaitUntil(() -> refuses(runner));
        closing.interrupt();
        closing.join();
        assertThat(flagKept).isTrue();
        ExecutionResult result =
                bench.open(once).handleOf(handle.id()).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        never.countDown();
    }

    /** It closes its store when it has ended, whoever still reads there. */
    @Test
    void a_sweep_that_finds_the_store_of_an_ended_runner_closed_is_no_error() throws Exception {
        HangingSweep store = new HangingSweep(bench.store(), never);
        DefaultRunner runner = bench.open(
                DefaultRunner.builder().store(store).settings(RunnerBench.BRISK).workflows(slow));
        Thread sweeper = store.sweeper();
        Thread.currentThread().interrupt(); // so that the close does not wait for the sweep
        runner.close();
        assertThat(Thread.interrupted()).isTrue();
        long before = TraceLogging.errorsOf("io.cloacina.runner");
        never.countDown();
        sweeper.join();
        assertThat(TraceLogging.errorsOf("io.cloacina.runner")).isEqualTo(before);
    }

    private RunnerBuilder patient() {
        return bench.builder().settings(settings -> settings.withShutdownGrace(Duration.ofHours(1)));
    }

    private static boolean refuses(DefaultRunner runner) {
        try {
            runner.cancel(new ExecutionId(new UUID(1, 1)));
            return false;
        } catch (RunnerException.UnknownExecution stillOpen) {
            return false;
        } catch (RunnerException.RunnerClosed closed) {
            return true;
        }
    }

    @Test
    void a_retry_condition_that_throws_ends_the_task_as_failed() {
        Workflow picky = Workflow.named("picky")
                .task(
                        "fail",
                        context -> {
                            throw new IllegalStateException("the body failed");
                        },
                        root().retry(RetryPolicy.fixed().retryOn(error -> {
                            throw new IllegalArgumentException("the condition failed");
                        })))
                .build();
        ExecutionResult result = bench.open(picky).execute("picky", Context.empty());
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.task("fail").reason().orElseThrow()).contains("the body failed");
    }
}
