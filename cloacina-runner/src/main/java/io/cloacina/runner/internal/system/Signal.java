package io.cloacina.runner.internal.system;

import java.time.Duration;

/** Wakes one waiting thread. A signal given while nobody waits is kept for the next wait. Thread-safe. */
public interface Signal {

    /** Wakes who waits, or who waits next. */
    void give();

    /** Waits for a signal. */
    void await() throws InterruptedException;

    /** Waits for a signal, at most that long. */
    void await(Duration atMost) throws InterruptedException;
}
