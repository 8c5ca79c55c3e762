package io.cloacina.simulation.plan;

import io.cloacina.simulation.store.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is decided before a simulation begins. What is drawn while it runs follows from the seed and from who
 * draws it, so that a plan with something left out still runs much the same.
 *
 * @param trouble how many of a thousand calls of the store meet which trouble
 */
public record Plan(
        long seed, Settings settings, List<Blueprint> blueprints, List<Step> steps, Map<Trouble, Integer> trouble) {

    /** Until then steps happen; afterwards everything must come to an end. */
    public static final Duration BUSY_TIME = Duration.ofSeconds(20);

    public Plan {
        blueprints = List.copyOf(blueprints);
        steps = List.copyOf(steps);
        trouble = new TreeMap<>(trouble);
    }

    public static Plan of(long seed) {
        return new PlanMaker(seed).make();
    }

    public Plan withSettings(Settings other) {
        return new Plan(seed, other, blueprints, steps, trouble);
    }

    public Plan withBlueprints(List<Blueprint> others) {
        return new Plan(seed, settings, others, steps, trouble);
    }

    public Plan withoutStep(int index) {
        List<Step> rest = new ArrayList<>(steps);
        rest.remove(index);
        return new Plan(seed, settings, blueprints, rest, trouble);
    }

    public Plan without(Trouble kind) {
        Map<Trouble, Integer> rest = new TreeMap<>(trouble);
        rest.remove(kind);
        return new Plan(seed, settings, blueprints, steps, rest);
    }

    /** The blueprint of that name. */
    public Blueprint blueprint(String name) {
        return blueprints.stream()
                .filter(blueprint -> blueprint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + "\n  " + settings + "\n  trouble " + trouble);
        blueprints.forEach(blueprint -> text.append("\n  ").append(blueprint));
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }
}
