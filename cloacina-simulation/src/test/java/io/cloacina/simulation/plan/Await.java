package io.cloacina.simulation.plan;

/** Somebody waits for the end of an execution, at any runner. */
public record Await(int runner, int order) implements Act {

    @Override
    public void in(Town town) {
        town.await(runner, order);
    }
}
