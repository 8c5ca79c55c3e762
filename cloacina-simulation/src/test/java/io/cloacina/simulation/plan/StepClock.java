package io.cloacina.simulation.plan;

import java.time.Duration;

/** The clock of a runner jumps. */
public record StepClock(int runner, Duration by) implements Act {

    @Override
    public void in(Town town) {
        town.stepClock(runner, by);
    }
}
