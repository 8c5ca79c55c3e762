package io.cloacina.soak;

import io.cloacina.faults.Counts;
import java.time.Duration;

/** Processes that stand still for longer than a lease. */
final class Pauses implements Figure {

    private static final Duration LEASE = Duration.ofSeconds(3);

    @Override
    public int share() {
        return 3;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        new Strikes(name(), scene, time).processes(LEASE, Counts::pauses);
    }
}
