package io.cloacina.simulation.plan;

/** Cancels an execution. */
public record Cancel(int runner, int order) implements Act {

    @Override
    public void in(Town town) {
        town.cancel(runner, order);
    }
}
