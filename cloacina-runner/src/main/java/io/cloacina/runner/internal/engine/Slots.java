package io.cloacina.runner.internal.engine;

/**
 * How many more tasks this runner may hold. A slot is taken when a claim is asked for and given back when the body's
 * thread has really ended: a body that ignores interruption keeps its slot. Thread-safe.
 */
final class Slots {

    private final int capacity;
    private int taken;
    private boolean closed;

    Slots(int capacity) {
        this.capacity = capacity;
    }

    /** Takes every free slot, at most {@code limit}. */
    synchronized int take(int limit) {
        int free = closed ? 0 : Math.min(limit, Math.max(0, capacity - taken));
        taken += free;
        return free;
    }

    synchronized void giveBack(int count) {
        taken -= count;
    }

    synchronized boolean anyFree() {
        return !closed && taken < capacity;
    }

    /** From now on no slot is free. */
    synchronized void close() {
        closed = true;
    }

    synchronized int taken() {
        return taken;
    }
}
