package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.simulation.plan.Cancel;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Trace;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    private static Outcome fails(Plan plan, String invariant) {
        Trace trace = new Trace(false);
        trace.violated(0, invariant, "as said");
        return new Outcome(plan, trace);
    }

    private static boolean cancels(Plan plan) {
        return plan.steps().stream().anyMatch(step -> step.act() instanceof Cancel);
    }

    private static Plan planWithCancel() {
        long seed = 0;
        while (!cancels(Plan.of(seed))) {
            seed++;
        }
        return Plan.of(seed);
    }

    @Test
    void what_a_failure_does_not_need_is_left_out() {
        Plan plan = planWithCancel();
        Plan shrunk = new Shrinker(candidate -> cancels(candidate) ? fails(candidate, "it") : nothingWrong(candidate))
                .shrink(fails(plan, "it"));

        assertThat(shrunk.steps()).hasSize(1).allMatch(step -> step.act() instanceof Cancel);
        assertThat(shrunk.trouble()).isEmpty();
        assertThat(shrunk.settings().runners()).isEqualTo(1);
        assertThat(shrunk.blueprints()).allMatch(blueprint -> blueprint.chores().size() == 1);
    }

    @Test
    void a_failure_is_not_exchanged_for_another_one() {
        Plan plan = planWithCancel();
        Plan shrunk = new Shrinker(candidate -> fails(candidate, "another")).shrink(fails(plan, "it"));

        assertThat(shrunk).isEqualTo(plan);
    }

    private static Outcome nothingWrong(Plan plan) {
        return new Outcome(plan, new Trace(false));
    }
}
