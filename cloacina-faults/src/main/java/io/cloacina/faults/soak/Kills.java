package io.cloacina.faults.soak;

import io.cloacina.faults.fault.Kill;
import java.time.Duration;

/** {@code kill -9} of runner processes, one after the other. */
final class Kills implements Figure {

    @Override
    public int share() {
        return 6;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        new Strikes(name(), scene, time).processes(Kill::new);
    }
}
