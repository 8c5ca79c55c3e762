package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices when the machine does not let this process run, its disk does not take what it writes, or another process does not let it
 * write: then its heartbeats are late as well, through no fault of the library, and the checks must know.
 */
final class Stall implements Runnable {

    private static final long TICK_MILLIS = 50;

    /** A machine that has a processor to spare is never as late: many such add up, and a thread that does more than tick is later. */
    private static final long WORTH_SAYING_MILLIS = 10;

    /** A disk takes some time always; one that needs more than it does as a rule is slow. */
    private static final long SLOW_DISK_MILLIS = 50;

    private final Journal journal;
    private final Turns turns;
    private final WritingThreads writing = new WritingThreads();
    private final Optional<Disk> disk;

    private Stall(Journal journal, Turns turns, Optional<Disk> disk) {
        this.journal = journal;
        this.turns = turns;
        this.disk = disk;
    }

    /**
     * Writes down from now on whenever a tick comes late or what writes waits for a processor or the disk, and what the turns
     * notice.
     *
     * @param disk which this process itself waits for, if it does
     */
    static void watch(Journal journal, Turns turns, Optional<Disk> disk) {
        Thread watch = new Thread(new Stall(journal, turns, disk), "stall-watch");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void run() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            long before = System.nanoTime();
            long forced = 0;
            while (!never.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                long tick = TimeUnit.NANOSECONDS.toMillis(now - before);
                turns.look(tick);
                say(Math.max(tick - forced - TICK_MILLIS, writing.waited()), WORTH_SAYING_MILLIS);
                forced = disk.map(Disk::waited).orElse(0L);
                say(forced, SLOW_DISK_MILLIS);
                before = now;
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(long late, long worthSaying) {
        if (late >= worthSaying) {
            journal.stoodStill(late);
        }
    }
}
