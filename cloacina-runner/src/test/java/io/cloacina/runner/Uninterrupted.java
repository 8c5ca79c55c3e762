package io.cloacina.runner;

import java.util.concurrent.CountDownLatch;

/** A body that does not listen when it is told to stop. */
final class Uninterrupted {

    private Uninterrupted() {}

    static void await(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                latch.await();
                over = true;
            } catch (InterruptedException ignoredOnPurpose) {
                over = false;
            }
        }
    }
}
