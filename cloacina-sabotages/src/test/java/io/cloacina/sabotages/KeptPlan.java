package io.cloacina.sabotages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The simulation: a plan that is kept because it once showed this very defect, and shows it still. It does not change with what draws
 * plans; when it changes with the engine, a seed that shows the defect prints the plan to be kept in its place.
 *
 * @param title how the title of the plan begins
 */
record KeptPlan(String title) implements Catcher {

    private static final String SIMULATION = "io.cloacina.simulation.KeptViolations";

    @Override
    public Optional<Complaint> complaintAbout(Build build) {
        return simulation(build).apply(title).stream()
                .findFirst()
                .map(violated -> new Complaint("\"" + title + "\" violates " + violated, this));
    }

    @SuppressWarnings("unchecked") // the class says so; it is another build's, which this one cannot name
    private static Function<String, List<String>> simulation(Build build) {
        try {
            return (Function<String, List<String>>)
                    build.type(SIMULATION).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The simulation cannot be run", e);
        }
    }

    @Override
    public String toString() {
        return "the simulation's kept plan \"" + title + "\"";
    }
}
