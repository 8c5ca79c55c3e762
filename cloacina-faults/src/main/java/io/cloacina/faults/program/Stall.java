package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices when the machine does not let this process run, or others do not let it write: then its heartbeats are late as well,
 * through no fault of the library, and the checks must know.
 */
final class Stall implements Runnable {

    private static final long TICK_MILLIS = 50;

    private final Journal journal;
    private final Duration worthSaying;

    private Stall(Journal journal, Duration worthSaying) {
        this.journal = journal;
        this.worthSaying = worthSaying;
    }

    /** Writes down from now on whenever a tick came so late. */
    static Stall watch(Journal journal, Duration worthSaying) {
        Stall stall = new Stall(journal, worthSaying);
        Thread watch = new Thread(stall, "stall-watch");
        watch.setDaemon(true);
        watch.start();
        return stall;
    }

    @Override
    public void run() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            long before = System.nanoTime();
            while (!never.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                note(TimeUnit.NANOSECONDS.toMillis(now - before) - TICK_MILLIS);
                before = now;
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something took so many milliseconds longer than it should: a tick, or a write for which others left no turn. */
    void note(long late) {
        if (late >= worthSaying.toMillis()) {
            journal.stoodStill(late);
        }
    }
}
