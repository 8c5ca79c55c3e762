package io.cloacina.simulation.plan;

import java.time.Duration;

/** The store is away. */
public record Outage(Duration length) implements Act {

    @Override
    public void in(Town town) {
        town.weather().outage(length);
    }
}
