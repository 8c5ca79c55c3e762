package io.cloacina.testsupport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is true; for what tells nobody when it changes. */
public final class Waiting {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Waiting() {}

    /** Returns whether it became true in time. */
    public static boolean until(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while waiting");
            }
        }
        return true;
    }

    /**
     * Returns when it is true.
     *
     * @throws IllegalStateException with that complaint if it is not true in time
     */
    public static void require(BooleanSupplier condition, Duration patience, String complaint) {
        if (!until(condition, patience)) {
            throw new IllegalStateException(complaint + ", for " + patience);
        }
    }

    static IllegalStateException interrupted(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting", interrupt);
    }
}
