package io.cloacina.simulation.plan;

import java.time.Duration;

/** A runner is killed, and comes back. */
public record Crash(int runner, Duration away) implements Act {

    @Override
    public void in(Town town) {
        town.crash(runner, away);
    }
}
