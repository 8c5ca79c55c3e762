package io.cloacina.simulation;

import io.cloacina.simulation.world.Carriers;
import java.util.List;
import java.util.function.Function;

/** The invariants that a kept plan violates, found by how its title begins: for whoever runs another engine. */
public final class KeptViolations implements Function<String, List<String>> {

    public KeptViolations() {}

    @Override
    public List<String> apply(String title) {
        try (Carriers carriers = new Carriers()) {
            return KeptPlans.all().entrySet().stream()
                    .filter(kept -> kept.getKey().startsWith(title))
                    .findFirst()
                    .map(kept -> Simulation.run(kept.getValue(), carriers, false))
                    .orElseThrow(() -> new AssertionError("No plan is kept whose title begins with " + title))
                    .violated();
        }
    }
}
