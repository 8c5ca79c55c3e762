package io.cloacina.simulation.plan;

import java.util.List;

/** A runner is closed and started with other workflows. */
public record Redeploy(int runner, List<Blueprint> blueprints) implements Act {

    @Override
    public void in(Town town) {
        town.redeploy(runner, blueprints);
    }
}
