package io.cloacina.faults.stage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is true; for what tells nobody when it changes. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 15;

    private Waiting() {}

    /**
     * Returns when it is true.
     *
     * @throws IllegalStateException with that complaint if it is not true in time
     */
    public static void until(BooleanSupplier condition, Duration patience, String complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(complaint + ", for " + patience);
            }
            Moments.pass(PAUSE_MILLIS);
        }
    }
}
