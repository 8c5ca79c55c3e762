package io.cloacina.faults.stage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass where time is what the fault is made of; never to wait for something. */
public final class Moments {

    private Moments() {}

    /** Returns after so many milliseconds. */
    public static void pass(long millis) {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while time passed", interrupt);
        }
    }
}
