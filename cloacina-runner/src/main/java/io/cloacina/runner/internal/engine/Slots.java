package io.cloacina.runner.internal.engine;

/**
 * How many more tasks this runner may hold. A slot is taken when a claim is asked for and given back when the body's
 * thread has really ended: a body that ignores interruption keeps its slot. Thread-safe.
 */
final class Slots {

    private final int capacity;
    private int taken;

    Slots(int capacity) {
        this.capacity = capacity;
    }

    /** Takes every free slot, at most {@code limit}. */
    synchronized int take(int limit) {
        int free = Math.min(limit, Math.max(0, capacity - taken));
        taken += free;
        return free;
    }

    /** Takes slots for claims that are held already, even beyond the capacity. */
    synchronized void takeHeld(int count) {
        taken += count;
    }

    synchronized void giveBack(int count) {
        taken -= count;
    }

    synchronized boolean anyFree() {
        return taken < capacity;
    }

    synchronized int taken() {
        return taken;
    }
}
