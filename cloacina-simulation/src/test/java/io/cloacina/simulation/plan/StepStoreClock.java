package io.cloacina.simulation.plan;

import java.time.Duration;

/** The clock of the store jumps. */
public record StepStoreClock(Duration by) implements Act {

    @Override
    public void in(Town town) {
        town.stepStoreClock(by);
    }
}
