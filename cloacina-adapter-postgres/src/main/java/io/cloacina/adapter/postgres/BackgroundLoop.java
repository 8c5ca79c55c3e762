package io.cloacina.adapter.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A thread of the store that repeats one step until it is closed; the only place of this adapter where a thread begins. A
 * daemon: a forgotten store does not keep the process alive.
 */
final class BackgroundLoop {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Step step;
    private final Thread thread;

    BackgroundLoop(String name, Step step) {
        this.step = step;
        this.thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits; ends early when the loop is closed. */
    void pause(Duration time) throws InterruptedException {
        closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Ends the loop, waiting a short while for the step under way. Idempotent.
     *
     * @param hurry called once the loop is closing, to end what does not notice an interrupt
     */
    void close(Runnable hurry) {
        closed.countDown();
        thread.interrupt();
        hurry.run();
        try {
            thread.join(LONGEST_GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        try {
            while (!isClosed()) {
                step.run();
            }
        } catch (InterruptedException e) {
            // closing: nobody else interrupts this thread
            Thread.currentThread().interrupt();
        }
    }

    /** What is repeated. Deals with its own errors. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }
}
