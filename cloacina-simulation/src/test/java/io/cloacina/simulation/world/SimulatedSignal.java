package io.cloacina.simulation.world;

import io.cloacina.runner.internal.system.Signal;
import java.time.Duration;

/** A signal in virtual time. */
final class SimulatedSignal implements Signal {

    private final Host host;
    private final Parking parking = new Parking();
    private boolean given;

    SimulatedSignal(Host host) {
        this.host = host;
    }

    @Override
    public void give() {
        given = true;
        Suspension waiting = parking.waiting;
        if (waiting != null) {
            host.world().resume(waiting);
        }
    }

    @Override
    public void await() throws InterruptedException {
        await(Parking.FOR_EVER);
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        long until = host.world().now() + atMost.toNanos();
        while (!given && host.world().now() < until) {
            host.world().suspend(parking, Duration.ofNanos(until - host.world().now()));
            if (Thread.interrupted()) {
                throw new InterruptedException("told to end");
            }
        }
        host.requireAlive();
        given = false;
    }
}
