package io.cloacina.simulation;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Trace;

/** What came of a simulation. */
record Outcome(Plan plan, Trace trace) {

    boolean failed() {
        return !trace.violations().isEmpty();
    }

    /** The name of the invariant that was violated first. */
    String firstViolation() {
        String first = trace.violations().get(0);
        return first.substring(0, first.indexOf(':'));
    }

    @Override
    public String toString() {
        return plan + "\nviolated: " + trace.violations() + "\ntrace " + trace.hash() + "\n"
                + String.join("\n", trace.lines());
    }
}
