package io.cloacina.runner.internal.engine;

import io.cloacina.ports.TimeSource;
import java.time.Duration;

/**
 * How many more tasks this runner may hold: one per body that may run, and ahead of these as many as it ended within the
 * last moment. Long bodies are claimed only when one may begin at once; of short ones enough are at hand that nobody
 * waits for the next commit. A slot is taken when a claim is asked for and given back when the body's thread has really
 * ended: a body that ignores interruption keeps its slot. Thread-safe.
 */
final class Slots {

    /** For so long the bodies at hand should last. */
    static final Duration AHEAD = Duration.ofMillis(100);

    static final int MOST_AHEAD = 512;

    private final int capacity;
    private final TimeSource time;
    private final Pace ends;
    private int taken;
    private boolean closed;

    Slots(int capacity, TimeSource time) {
        this.capacity = capacity;
        this.time = time;
        this.ends = new Pace(AHEAD.toNanos(), time.nanoTime());
    }

    /** Takes every free slot, at most {@code limit}. */
    synchronized int take(int limit) {
        int slots = Math.min(limit, Math.max(0, free()));
        taken += slots;
        return slots;
    }

    private int free() {
        return closed ? 0 : capacity + Math.min(MOST_AHEAD, ends.inTheLastWindow(time.nanoTime())) - taken;
    }

    synchronized void giveBack(int count) {
        taken -= count;
    }

    /** A body ended, and its thread with it. */
    synchronized void ended() {
        taken--;
        ends.count(time.nanoTime());
    }

    synchronized boolean anyFree() {
        return free() > 0;
    }

    /** From now on no slot is free. */
    synchronized void close() {
        closed = true;
    }
}
