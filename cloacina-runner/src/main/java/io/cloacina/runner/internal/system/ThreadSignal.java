package io.cloacina.runner.internal.system;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A signal between threads. */
final class ThreadSignal implements Signal {

    private final Semaphore given = new Semaphore(0);

    @Override
    public void give() {
        if (given.availablePermits() == 0) {
            given.release();
        }
    }

    @Override
    public void await() throws InterruptedException {
        given.acquire();
        given.drainPermits();
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (given.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            given.drainPermits();
        }
    }
}
