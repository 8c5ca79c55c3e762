package io.cloacina.runner.internal.engine;

/** Counts what happened in the last moment: in the present window of time or the whole one before. Not thread-safe. */
final class Pace {

    private final long windowNanos;
    private long windowBegan;
    private int before;
    private int now;

    Pace(long windowNanos, long nanoTime) {
        this.windowNanos = windowNanos;
        this.windowBegan = nanoTime;
    }

    void count(long nanoTime) {
        turn(nanoTime);
        now++;
    }

    int inTheLastWindow(long nanoTime) {
        turn(nanoTime);
        return Math.max(now, before);
    }

    private void turn(long nanoTime) {
        long windows = (nanoTime - windowBegan) / windowNanos;
        if (windows > 0) {
            before = windows == 1 ? now : 0;
            now = 0;
            windowBegan += windows * windowNanos;
        }
    }
}
