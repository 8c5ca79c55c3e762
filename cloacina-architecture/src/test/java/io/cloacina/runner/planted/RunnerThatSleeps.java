package io.cloacina.runner.planted;

/** Sleeps instead of waiting for something. */
public final class RunnerThatSleeps {
    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
