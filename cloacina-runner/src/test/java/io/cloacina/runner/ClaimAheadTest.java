package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ClaimAheadTest {

    private static final int MANY = 500;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void however_many_are_claimed_ahead_no_more_bodies_run_than_there_are_slots() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Workflow quick = Workflow.named("quick")
                .task("only", context -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                })
                .build();
        DefaultRunner runner = bench.open(bench.builder().workflows(quick).maxConcurrentTasks(3));
        runner.startAll("quick", Collections.nCopies(MANY, Context.empty()))
                .forEach(handle -> handle.result().requireCompleted());
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void what_was_claimed_ahead_of_a_body_that_turns_out_long_is_handed_back_for_others() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Workflow turning = Workflow.named("turning")
                .task("only", context -> {
                    if (begun.incrementAndGet() > MANY / 2) {
                        stuck.countDown();
                        release.await();
                    }
                })
                .build();
        DefaultRunner runner = bench.open(bench.builder().workflows(turning).maxConcurrentTasks(1));
        List<ExecutionHandle> handles = runner.startAll("turning", Collections.nCopies(MANY, Context.empty()));
        stuck.await();
        bench.open(Workflow.named("turning").task("only", context -> {}).build());
        bench.awaitUntil(() -> open(handles) == 1);
        release.countDown();
        handles.forEach(handle -> handle.result().requireCompleted());
        assertThat(begun).as("bodies that ran here").hasValue(MANY / 2 + 1);
    }

    private static long open(List<ExecutionHandle> handles) {
        return handles.stream().filter(handle -> !handle.status().isTerminal()).count();
    }
}
