package io.cloacina.simulation;

import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.Settings;
import io.cloacina.simulation.store.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a plan that fails smaller: leaves something out, runs it again, and goes on from there if the same invariant is
 * violated still. Greedy, and content when nothing more can be left out.
 */
final class Shrinker {

    private static final int MOST_RUNS = 400;

    private final Function<Plan, Outcome> run;
    private int runs;

    Shrinker(Function<Plan, Outcome> run) {
        this.run = run;
    }

    /** The smallest plan found that violates what this one violates first. */
    Plan shrink(Outcome failed) {
        String invariant = failed.firstViolation();
        Plan smallest = failed.plan();
        Optional<Plan> smaller = smaller(smallest, invariant);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest, invariant);
        }
        return smallest;
    }

    private Optional<Plan> smaller(Plan plan, String invariant) {
        return candidates(plan).stream()
                .filter(candidate -> runs++ < MOST_RUNS)
                .filter(candidate -> violates(candidate, invariant))
                .findFirst();
    }

    private boolean violates(Plan candidate, String invariant) {
        Outcome outcome = run.apply(candidate);
        return outcome.failed() && outcome.firstViolation().equals(invariant);
    }

    static List<Plan> candidates(Plan plan) {
        List<Plan> candidates = new ArrayList<>();
        Settings settings = plan.settings();
        if (settings.runners() > 1) {
            candidates.add(plan.withSettings(settings.withRunners(settings.runners() - 1)));
        }
        for (Trouble kind : plan.trouble().keySet()) {
            candidates.add(plan.without(kind));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            candidates.add(plan.withoutStep(i));
        }
        for (Blueprint blueprint : plan.blueprints()) {
            loose(blueprint)
                    .forEach(task -> candidates.add(plan.withBlueprints(plan.blueprints().stream()
                            .map(each -> each.equals(blueprint) ? blueprint.without(task) : each)
                            .toList())));
        }
        return candidates;
    }

    private static List<String> loose(Blueprint blueprint) {
        return blueprint.chores().size() > 1 ? blueprint.loose() : List.of();
    }
}
