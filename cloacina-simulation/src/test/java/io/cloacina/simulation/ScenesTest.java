package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.simulation.plan.Act;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Chore;
import io.cloacina.simulation.plan.Order;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.Redeploy;
import io.cloacina.simulation.plan.Rule;
import io.cloacina.simulation.plan.Settings;
import io.cloacina.simulation.plan.Step;
import io.cloacina.simulation.plan.StepClock;
import io.cloacina.simulation.plan.Submit;
import io.cloacina.simulation.plan.Turn;
import io.cloacina.simulation.world.Carriers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans by hand, for what drawn ones seldom bring together: a body that outlives its lease, and something that happens meanwhile. */
class ScenesTest {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private static final Blueprint LONG = new Blueprint(
            "long",
            List.of(new Chore(
                    "work",
                    List.of(),
                    Rule.of(Rule.Kind.ALL_COMPLETED),
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    List.of(new Turn(LEASE.multipliedBy(4), Turn.Ending.RETURNS)),
                    List.of())),
            ConflictPolicy.Mode.LAST_DECLARED,
            null);

    private static final Settings TWO_RUNNERS =
            new Settings(2, 1, 8, LEASE, 3, Duration.ofSeconds(12), Duration.ofMillis(1), true);

    private static List<String> violations(Act... meanwhile) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Duration.ofSeconds(1), new Submit(0, new Order(0, LONG.name(), 1, false, null, 0, null))));
        for (Act act : meanwhile) {
            steps.add(new Step(Duration.ofSeconds(2L + steps.size()), act));
        }
        try (Carriers carriers = new Carriers()) {
            return Simulation.run(new Plan(1, TWO_RUNNERS, List.of(LONG), steps, Map.of()), carriers, false)
                    .trace()
                    .violations();
        }
    }

    @Test
    void a_body_that_outlives_its_lease_runs_once() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void leases_hold_while_the_clocks_of_runners_jump() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(violations(
                        new StepClock(0, minute),
                        new StepClock(1, minute),
                        new StepClock(0, minute.multipliedBy(-2)),
                        new StepClock(1, minute.multipliedBy(-2))))
                .isEmpty();
    }

    @Test
    void leases_hold_while_a_runner_waits_for_its_last_bodies() {
        assertThat(violations(new Redeploy(0, List.of(LONG)), new Redeploy(1, List.of(LONG))))
                .isEmpty();
    }
}
