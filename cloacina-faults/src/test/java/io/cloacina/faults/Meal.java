package io.cloacina.faults;

import java.time.Duration;

/** Memory that is filled to the last byte, and kept full for a while. */
final class Meal {

    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST = 16;

    /** A piece, and those before it. */
    private record Bite(byte[] bytes, Object before) {}

    private Meal() {}

    /** @throws OutOfMemoryError always, when that time is over */
    static void lasts(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        Object eaten = Meal.class;
        int size = LARGEST;
        OutOfMemoryError full = null;
        while (full == null || System.nanoTime() - deadline < 0) {
            try {
                eaten = new Bite(new byte[size], eaten);
            } catch (OutOfMemoryError none) {
                full = none;
                size = Math.max(SMALLEST, size / 2);
            }
        }
        if (eaten == null) { // or the compiler might forget it
            return;
        }
        throw full;
    }
}
