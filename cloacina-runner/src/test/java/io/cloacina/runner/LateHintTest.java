package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.forwarding.ForwardingWakeUps;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.WakeUps;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hint that there is work comes when the runner has just looked and could not take any. */
@Timeout(30)
class LateHintTest {

    private static final Duration NEVER = Duration.ofHours(1);
    /** The longest there is; more than the test takes. */
    private static final Duration RARELY = Duration.ofMinutes(1);

    private static final String GOOD = "good";

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Workflow blocker = Workflow.named("blocker")
            .task("wait", context -> {
                busy.countDown();
                release.await();
            })
            .build();
    private final Workflow good =
            Workflow.named(GOOD).task("only", context -> {}).build();

    @Test
    void work_that_is_announced_while_a_transaction_has_taken_all_slots_is_found_without_a_poll() throws Exception {
        DefaultRunner full = bench.open(bench.builder().workflows(blocker, good).maxConcurrentTasks(1));
        full.start("blocker", Context.empty());
        busy.await();
        Hinted store = new Hinted(bench.store());
        bench.open(DefaultRunner.builder()
                .store(store)
                .settings(settings -> RunnerBench.BRISK
                        .apply(settings)
                        .withLeases(new LeaseSettings(NEVER, Duration.ofMinutes(5), NEVER, 3))
                        .withPolling(new PollSettings(RARELY, RARELY)))
                .workflows(good)
                .maxConcurrentTasks(1));
        AtomicReference<ExecutionHandle> started = new AtomicReference<>();
        int calls = store.calls.get();
        store.afterNext.set(() -> {
            started.set(full.start(GOOD, Context.empty()));
            bench.awaitUntil(() -> store.calls.get() > calls + 1);
        });
        store.call();
        bench.awaitUntil(() -> started.get() != null);

        assertThat(started.get().result().status()).isEqualTo(ExecutionStatus.COMPLETED);
        release.countDown();
    }

    /** Does something after a transaction, before its runner knows how that ended. */
    private static final class Hinted extends ForwardingStore {

        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicReference<Runnable> callback = new AtomicReference<>();
        private final AtomicReference<Runnable> afterNext = new AtomicReference<>();

        Hinted(ExecutionStore good) {
            super(good);
        }

        void call() {
            callback.get().run();
        }

        @Override
        public <T> T transact(Lane lane, TransactionWork<T> work) {
            T result = super.transact(lane, work);
            Runnable now = lane == Lane.WORK ? afterNext.getAndSet(null) : null;
            if (now != null) {
                now.run();
            }
            return result;
        }

        @Override
        public WakeUps wakeUps() {
            return new ForwardingWakeUps(super.wakeUps()) {
                @Override
                public void onAnnouncement(Runnable hint) {
                    callback.set(() -> {
                        hint.run();
                        calls.incrementAndGet();
                    });
                    super.onAnnouncement(callback.get());
                }
            };
        }
    }
}
