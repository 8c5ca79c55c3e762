package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.world.Carriers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plans that failed once are run for ever. They are kept as text: what their seeds mean today does not matter. */
class KeptPlansTest {

    @TestFactory
    Stream<DynamicTest> no_plan_that_failed_once_fails_again() {
        Map<String, Plan> plans = KeptPlans.all();
        assertThat(plans).isNotEmpty();
        return plans.entrySet().stream().map(kept -> dynamicTest(kept.getKey(), () -> holds(kept.getValue())));
    }

    private static void holds(Plan plan) {
        try (Carriers carriers = new Carriers()) {
            Outcome outcome = Simulation.run(plan, carriers, true);
            assertThat(outcome.trace().violations()).as(outcome::toString).isEmpty();
        }
    }

    @Test
    void what_a_failure_prints_can_be_kept() {
        String file = KeptPlans.entry("one", Plan.of(3)) + "\n" + KeptPlans.entry("two", Plan.of(4));

        assertThat(KeptPlans.in(file)).isEqualTo(Map.of("one", Plan.of(3), "two", Plan.of(4)));
    }
}
