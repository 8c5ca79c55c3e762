package io.cloacina.sabotages;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The simulation: one of its invariants, and a seed under which it was violated when the sabotage was written. What a seed
 * means changes with the engine, so others follow when it shows nothing any more.
 *
 * @param invariant the beginning of its name
 * @param kept the seed to begin with
 * @param most how many seeds are tried
 */
record Seeds(String invariant, long kept, int most) implements Catcher {

    private static final String SIMULATION = "io.cloacina.simulation.Violations";
    private static final String ANYTHING = "";
    private static final int MOST = Integer.getInteger("sabotages.seeds", 600);

    static Seeds violating(String invariant, long kept) {
        return new Seeds(invariant, kept, MOST);
    }

    @Override
    public Optional<Complaint> complaintAbout(Build build) {
        LongFunction<List<String>> simulation = simulation(build);
        for (int i = 0; i < most; i++) {
            long seed = i == 0 ? kept : i - 1;
            Optional<String> violated = simulation.apply(seed).stream()
                    .filter(name -> name.startsWith(invariant))
                    .findFirst();
            if (violated.isPresent()) {
                return Optional.of(
                        new Complaint("seed " + seed + " violates " + violated.get(), new Seeds(ANYTHING, seed, 1)));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // the class says so; it is another build's, which this one cannot name
    private static LongFunction<List<String>> simulation(Build build) {
        try {
            return (LongFunction<List<String>>)
                    build.type(SIMULATION).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The simulation cannot be run", e);
        }
    }

    @Override
    public String toString() {
        return "the simulation's invariant \"" + invariant + "\", seed " + kept;
    }
}
