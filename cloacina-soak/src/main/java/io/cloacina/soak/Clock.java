package io.cloacina.soak;

import java.time.Duration;

/** How long a figure may go on. */
final class Clock {

    private final long deadline;

    private Clock(long deadline) {
        this.deadline = deadline;
    }

    static Clock of(Duration time) {
        return new Clock(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }

    long millisLeft() {
        return Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
    }
}
