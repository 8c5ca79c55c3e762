package io.cloacina.runner.internal.system;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Everything of one runner that begins, waits or is put off: threads in production, a queue of events in a simulation. No
 * other class of the engine blocks or starts anything, so whoever implements this decides about every order in which
 * things happen.
 */
public interface Threads {

    /** Starts one of the runner's own loops on a thread of its own. */
    Loop start(String role, Runnable loop);

    /**
     * One thread that runs actions one after the other, at once or later. Actions that are still put off when it is shut
     * down are dropped.
     */
    ScheduledExecutorService scheduler(String role);

    /** The threads that run task bodies. */
    TaskThreads tasks();

    /** A new signal, for a loop that waits. */
    Signal signal();

    /** A loop that was started. */
    interface Loop {

        /** Tells it to end at once. */
        void interrupt();

        /** Waits for its end, interrupts it after that time, and waits again. */
        void end(Duration patience) throws InterruptedException;
    }
}
