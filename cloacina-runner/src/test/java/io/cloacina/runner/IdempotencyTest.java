package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.runner.internal.api.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        HeldCommits commits = new HeldCommits();
        DefaultRunner runner = bench.open(bench.builder(commits).workflows(count));
        Callers callers = new Callers();
        try {
            commits.hold();
            Future<ExecutionId> holder = callers.submit(() -> start(runner, "holder", Context.empty()));
            commits.awaitFirst();
            List<Future<ExecutionId>> gathered = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                gathered.add(callers.submit(() -> start(runner, "same", Context.of("n", 1))));
            }
            bench.awaitUntil(() -> callers.inLine() == CALLERS + 1);
            commits.releaseFirst();
            holder.get();
            assertThat(results(gathered))
                    .as("answered by the one commit that was let through")
                    .hasSize(1);
        } finally {
            commits.releaseAll();
            callers.stop();
        }
    }

    /** Holds the commit that comes next, lets one more through, and holds the one after that. */
    private static final class HeldCommits implements FaultPoints {

        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch firstReleased = new CountDownLatch(1);
        private final CountDownLatch allReleased = new CountDownLatch(1);
        private final AtomicInteger commits = new AtomicInteger();
        private volatile boolean holding;

        void hold() {
            holding = true;
        }

        void awaitFirst() throws InterruptedException {
            first.await();
        }

        void releaseFirst() {
            firstReleased.countDown();
        }

        void releaseAll() {
            firstReleased.countDown();
            allReleased.countDown();
        }

        @Override
        public void reached(String point) {
            if (!holding || !point.equals(InMemoryStore.BEFORE_COMMIT)) {
                return;
            }
            int number = commits.incrementAndGet();
            if (number == 1) {
                first.countDown();
                awaitLatch(firstReleased);
            } else if (number == 3) {
                awaitLatch(allReleased);
            }
        }
    }

    /** Threads of which one can tell that what they handed in waits for its answer. */
    private static final class Callers {

        private final List<Thread> threads = new CopyOnWriteArrayList<>();
        private final ExecutorService pool = Executors.newFixedThreadPool(CALLERS + 1, work -> {
            Thread thread = Executors.defaultThreadFactory().newThread(work);
            threads.add(thread);
            return thread;
        });

        Future<ExecutionId> submit(Callable<ExecutionId> call) {
            return pool.submit(call);
        }

        long inLine() {
            return threads.stream().filter(Callers::awaitsAnswer).count();
        }

        private static boolean awaitsAnswer(Thread thread) {
            return thread.getState() == Thread.State.WAITING
                    && Stream.of(thread.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(Answers.class.getName()));
        }

        void stop() {
            pool.shutdownNow();
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
            ids.add(future.get(20, TimeUnit.SECONDS));
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
