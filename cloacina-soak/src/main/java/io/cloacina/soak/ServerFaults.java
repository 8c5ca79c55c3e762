package io.cloacina.soak;

import io.cloacina.faults.Counts;
import java.time.Duration;

/** A server that goes down and comes back, connections that it ends, and roads that break around commits. */
final class ServerFaults implements Figure {

    /** A restart on a busy machine takes less. */
    private static final Duration LEASE = Duration.ofSeconds(8);

    @Override
    public int share() {
        return 5;
    }

    @Override
    public boolean isFor(Backend backend) {
        return backend == Backend.POSTGRES;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        new Strikes(name(), scene, time).databases(LEASE, Counts::ofTheDatabase);
    }
}
