package io.cloacina.simulation;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Trace;
import java.util.List;

/** What came of a simulation. */
record Outcome(Plan plan, Trace trace) {

    boolean failed() {
        return !trace.violations().isEmpty();
    }

    /** The name of the invariant that was violated first. */
    String firstViolation() {
        return violated().get(0);
    }

    /** The invariants that were violated, by their names, in the order in which they were. */
    List<String> violated() {
        return trace.violations().stream()
                .map(violation -> violation.substring(0, violation.indexOf(':')))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return plan + "\nviolated: " + trace.violations() + "\ntrace " + trace.hash() + "\n"
                + String.join("\n", trace.lines());
    }
}
