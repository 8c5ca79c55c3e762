package io.cloacina.runner.internal.engine;

import java.time.Duration;

/** Runs things later: a scheduling thread in production, a queue of events in a simulation. Thread-safe. */
interface Timers {

    /** Runs a short, non-blocking action once, after a delay. */
    Timer after(Duration delay, Runnable action);

    /** An action that was put off. */
    @FunctionalInterface
    interface Timer {

        /** Makes sure that the action does not run, if it has not begun. */
        void cancel();
    }
}
