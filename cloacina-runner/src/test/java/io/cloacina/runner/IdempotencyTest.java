package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class IdempotencyTest {

    private static final int CALLERS = 16;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final AtomicInteger bodies = new AtomicInteger();
    private final Workflow count = Workflow.named("count")
            .task("count", context -> bodies.incrementAndGet())
            .build();

    @Test
    void one_key_with_one_input_is_one_execution_for_all_callers_of_two_runners() throws Exception {
        DefaultRunner one = bench.open(count);
        DefaultRunner two = bench.open(count);
        List<Callable<ExecutionId>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            DefaultRunner runner = i % 2 == 0 ? one : two;
            calls.add(() -> start(runner, "order-42", Context.of("n", 42)));
        }
        assertThat(Set.copyOf(atOnce(calls))).hasSize(1);
    }

    @Test
    void equal_keys_that_meet_in_one_group_are_one_execution() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean hold = new AtomicBoolean();
        FaultPoints faults = point -> {
            if (point.equals(InMemoryStore.BEFORE_COMMIT) && hold.compareAndSet(true, false)) {
                held.countDown();
                awaitLatch(release);
            }
        };
        DefaultRunner runner = bench.open(bench.builder(faults).workflows(count));
        hold.set(true);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1);
        try {
            Future<ExecutionId> holder = callers.submit(() -> start(runner, "holder", Context.empty()));
            held.await();
            List<Future<ExecutionId>> gathered = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                gathered.add(callers.submit(() -> start(runner, "same", Context.of("n", 1))));
            }
            release.countDown();
            holder.get();
            assertThat(results(gathered)).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void one_key_with_another_input_is_refused_and_its_neighbours_are_stored() {
        DefaultRunner runner = bench.open(count);
        ExecutionId first = start(runner, "order-42", Context.of("n", 42));
        assertThatThrownBy(() -> start(runner, "order-42", Context.of("n", 43)))
                .isInstanceOfSatisfying(
                        RunnerException.IdempotencyConflict.class,
                        conflict -> assertThat(conflict.existing()).isEqualTo(first))
                .hasMessageNotContaining("order-42");
        assertThat(start(runner, "order-43", Context.of("n", 43))).isNotEqualTo(first);
    }

    private static ExecutionId start(DefaultRunner runner, String key, Context context) {
        return runner.start("count", context, StartOptions.idempotencyKey(key)).id();
    }

    private static List<ExecutionId> atOnce(List<Callable<ExecutionId>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<ExecutionId> ids = new ArrayList<>();
            for (Future<ExecutionId> answer : callers.invokeAll(calls)) {
                ids.add(answer.get());
            }
            return ids;
        } finally {
            callers.shutdownNow();
        }
    }

    private static Set<ExecutionId> results(List<Future<ExecutionId>> futures) throws Exception {
        List<ExecutionId> ids = new ArrayList<>();
        for (Future<ExecutionId> future : futures) {
            ids.add(future.get());
        }
        return ids.stream().collect(Collectors.toSet());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
