package io.cloacina.sabotages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The simulation: a plan that is kept because it once showed this very defect, and shows it still, by the invariant that it violated then.
 * It does not change with what draws plans; when it changes with the engine, a seed that shows the defect prints the plan to be kept in
 * its place.
 *
 * @param title how the title of the plan begins
 * @param invariant the beginning of the name of the one that is violated
 */
record KeptPlan(String title, String invariant) implements Catcher {

    private static final String SIMULATION = "io.cloacina.simulation.KeptViolations";
    private static final String ANYTHING = "";

    /** The plan whose title begins with this invariant, by its full name, and with what went wrong. */
    static KeptPlan violating(String invariant, String wrong) {
        return new KeptPlan(invariant + ": " + wrong, invariant);
    }

    @Override
    public Optional<Complaint> complaintAbout(Build build) {
        return simulation(build).apply(title).stream()
                .filter(name -> name.startsWith(invariant))
                .findFirst()
                .map(violated ->
                        new Complaint("\"" + title + "\" violates " + violated, new KeptPlan(title, ANYTHING)));
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
