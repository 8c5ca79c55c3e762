package io.cloacina.simulation.plan;

import java.time.Duration;

/** A runner stands still, maybe for longer than its leases. */
public record Pause(int runner, Duration length) implements Act {

    @Override
    public void in(Town town) {
        town.pause(runner, length);
    }
}
