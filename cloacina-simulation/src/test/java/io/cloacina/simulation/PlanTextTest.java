package io.cloacina.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.simulation.plan.Act;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.PlanReader;
import io.cloacina.simulation.plan.PlanWriter;
import io.cloacina.simulation.plan.Step;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A plan that is written is read as the same plan: what is kept does not depend on what draws it. */
class PlanTextTest {

    private static final List<Plan> DRAWN =
            LongStream.range(0, 300).mapToObj(Plan::of).toList();

    @Test
    void every_plan_is_read_as_it_was_written() {
        assertThat(DRAWN)
                .allSatisfy(plan ->
                        assertThat(PlanReader.read(PlanWriter.write(plan))).isEqualTo(plan));
    }

    /** So that the one above is about all kinds. */
    @Test
    void every_kind_of_act_is_drawn() {
        assertThat(DRAWN.stream().flatMap(plan -> plan.steps().stream()).map(Step::act))
                .extracting(Act::getClass)
                .extracting(Class::getSimpleName)
                .contains(
                        "Submit",
                        "Cancel",
                        "Await",
                        "Crash",
                        "Pause",
                        "Redeploy",
                        "StepClock",
                        "StepStoreClock",
                        "Outage");
    }

    @Test
    void what_is_no_plan_any_more_is_refused() {
        String text = PlanWriter.write(Plan.of(1));

        for (String changed : List.of(
                text + ")",
                text.substring(0, text.length() - 1),
                text.replace("runners=", "engines="),
                text.replace("Submit(", "Send("),
                text.replace("Plan(", "Plan(?"))) {
            assertThatThrownBy(() -> PlanReader.read(changed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
