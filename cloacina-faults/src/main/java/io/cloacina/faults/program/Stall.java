package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices when the machine does not let this process run, or another one does not let it write: then its heartbeats are late as
 * well, through no fault of the library, and the checks must know.
 */
final class Stall implements Runnable {

    private static final long TICK_MILLIS = 50;

    /** A machine that has a processor to spare is never as late: many such add up, and a thread that does more than tick is later. */
    private static final long WORTH_SAYING_MILLIS = 10;

    private final Journal journal;
    private final Turns turns;
    private final WritingThreads writing = new WritingThreads();

    private Stall(Journal journal, Turns turns) {
        this.journal = journal;
        this.turns = turns;
    }

    /** Writes down from now on whenever a tick comes late or what writes waits for a processor, and what the turns notice. */
    static void watch(Journal journal, Turns turns) {
        Thread watch = new Thread(new Stall(journal, turns), "stall-watch");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void run() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            long before = System.nanoTime();
            while (!never.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                long tick = TimeUnit.NANOSECONDS.toMillis(now - before);
                turns.look(tick);
                long late = Math.max(tick - TICK_MILLIS, writing.waited());
                if (late >= WORTH_SAYING_MILLIS) {
                    journal.stoodStill(late);
                }
                before = now;
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
