package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class HeartbeatsTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Workflow held = Workflow.named("held")
            .task("wait", context -> {
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            })
            .build();

    @Test
    void heartbeats_do_not_wait_behind_a_sweep_that_hangs() throws Exception {
        ExecutionStore store = bench.store();
        CountDownLatch over = new CountDownLatch(1);
        DefaultRunner runner = bench.open(DefaultRunner.builder()
                .store(new HangingSweep(store, over))
                .settings(RunnerBench.BRISK)
                .workflows(held));
        ExecutionHandle handle = runner.start("held", Context.empty());
        begun.await();
        Instant first = leaseOf(store, handle.id());
        bench.awaitUntil(() -> interrupted.get() || leaseOf(store, handle.id()).isAfter(first));
        over.countDown();
        assertThat(interrupted).as("stopped for want of a heartbeat").isFalse();
        release.countDown();
        assertThat(handle.result().status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    private static Instant leaseOf(ExecutionStore store, ExecutionId id) {
        return Objects.requireNonNull(store.queries().tasks(id).get(0).leaseUntil());
    }
}
