package io.cloacina.simulation;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Carriers;
import java.util.List;
import java.util.function.LongFunction;

/** The invariants that a seed violates, by their names, in the order in which they were: for whoever runs another engine. */
public final class Violations implements LongFunction<List<String>> {

    public Violations() {}

    @Override
    public List<String> apply(long seed) {
        try (Carriers carriers = new Carriers()) {
            return Simulation.run(Plan.of(seed), carriers, false).violated();
        }
    }
}
