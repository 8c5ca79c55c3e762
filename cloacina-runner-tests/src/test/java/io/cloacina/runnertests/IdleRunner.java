package io.cloacina.runnertests;

import static org.awaitility.Awaitility.await;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.forwarding.ForwardingWakeUps;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.WakeUps;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process whose runner has nothing to do, and finds work only in the way that its store declares: where the store calls
 * back, polling is told that nothing has changed. It says {@code idle} when its first looks are over.
 */
final class IdleRunner {

    private static final LeaseSettings NEVER_SWEEPS =
            new LeaseSettings(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofHours(1), 3);

    private IdleRunner() {}

    static ChildJvm start(String url, Journal journal) {
        return ChildJvm.start(IdleRunner.class, url, journal.file().toString());
    }

    public static void main(String[] arguments) throws InterruptedException {
        Journal journal = new Journal(Path.of(arguments[1]));
        Watched store = new Watched(Stores.open(arguments[0]));
        DefaultRunner.builder()
                .store(store)
                .settings(Leases.PATIENT::in)
                .settings(settings -> settings.withLeases(NEVER_SWEEPS))
                .workflows(Shapes.diamond(journal::ran))
                .open();
        await().until(store::hasLooked);
        System.out.println("idle");
        Thread.currentThread().join(); // runs until it is killed
    }

    /** A store that counts, and on which polling finds nothing if there is a better way. */
    private static final class Watched extends ForwardingStore {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger transactions = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();

        Watched(ExecutionStore real) {
            super(real);
        }

        /** A runner tries to claim and looks when it begins, and is called when it has begun to listen. */
        boolean hasLooked() {
            return transactions.get() > 0 && looks.get() > 0 && (calls.get() > 0 || !callsBack());
        }

        private boolean callsBack() {
            return traits().wakeUps() == WakeUpKind.PUSH;
        }

        @Override
        public <T> T transact(Lane lane, TransactionWork<T> work) {
            T result = super.transact(lane, work);
            transactions.incrementAndGet();
            return result;
        }

        @Override
        public WakeUps wakeUps() {
            return new ForwardingWakeUps(super.wakeUps()) {
                @Override
                public boolean changedElsewhere() {
                    looks.incrementAndGet();
                    return super.changedElsewhere() && !callsBack();
                }

                @Override
                public void onAnnouncement(Runnable callback) {
                    super.onAnnouncement(() -> {
                        callback.run();
                        calls.incrementAndGet();
                    });
                }
            };
        }
    }
}
