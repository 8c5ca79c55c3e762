package io.cloacina.simulation.plan;

/** Hands in an execution. */
public record Submit(int runner, Order order) implements Act {

    @Override
    public void in(Town town) {
        town.submit(runner, order);
    }
}
