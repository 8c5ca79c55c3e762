package io.cloacina.soak;

import io.cloacina.faults.Counts;
import java.time.Duration;

/** Processes that are killed: working, starting, all at once, exactly before and after a commit; and asked to end. */
final class Kills implements Figure {

    private static final Duration LEASE = Duration.ofSeconds(3);

    @Override
    public int share() {
        return 6;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        new Strikes(name(), scene, time).processes(LEASE, Counts::ends);
    }
}
