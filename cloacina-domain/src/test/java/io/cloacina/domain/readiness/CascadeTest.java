package io.cloacina.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.trigger.RuleCases;
import io.cloacina.domain.workflow.Definitions;
import io.cloacina.domain.workflow.SeededCases;
import io.cloacina.domain.workflow.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole executions of random workflows, each step of which is compared with the rules applied naively. */
class CascadeTest {

    private static final int CASES = 1_500;
    private static final int MOST_TASKS = 12;
    private static final int MOST_QUESTIONS = 2;

    @Test
    void every_step_of_an_execution_is_what_the_rules_say() {
        SeededCases.check(CASES, random -> {
            SimulatedExecution execution = randomExecution(random);
            while (!execution.ready().isEmpty()) {
                step(execution, random);
                assertCountsAreRight(execution);
            }
            assertThat(execution.statuses()).allMatch(TaskStatus::isTerminal);
        });
    }

    private static void step(SimulatedExecution execution, SplittableRandom random) {
        TaskStatus outcome = random.nextInt(3) == 0 ? TaskStatus.FAILED : TaskStatus.COMPLETED;
        List<Opened> opened = execution.end(someOf(execution.ready(), random), outcome);
        TaskStatus[] expected =
                new NaiveReadiness(execution.definition(), execution.statuses(), execution::context).settle();
        int questions = execution.questions();
        Progress.Decided decided = execution.decide(opened);
        execution.settle(decided);
        assertThat(execution.statuses()).isEqualTo(expected);
        assertThat(execution.questions() - questions).isLessThanOrEqualTo(MOST_QUESTIONS);
        assertThat(decided.tasks()).isSortedAccordingTo(Comparator.comparingInt(TaskDecision::ordinal));
    }

    private static List<Integer> someOf(List<Integer> ready, SplittableRandom random) {
        List<Integer> some = new ArrayList<>(ready);
        while (some.size() > 1 && random.nextBoolean()) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }

    private static void assertCountsAreRight(SimulatedExecution execution) {
        TaskGraph graph = execution.definition().graph();
        TaskStatus[] statuses = execution.statuses();
        for (int task = 0; task < graph.size(); task++) {
            List<TaskStatus> above = graph.dependencies(task).stream()
                    .map(other -> statuses[other])
                    .toList();
            long open = above.stream().filter(status -> !status.isTerminal()).count();
            long completed = above.stream().filter(TaskStatus.COMPLETED::equals).count();
            assertThat(execution.state(task).openDependencies()).isEqualTo((int) open);
            assertThat(execution.state(task).unsuccessful()).isEqualTo((int) (above.size() - open - completed));
        }
    }

    private static SimulatedExecution randomExecution(SplittableRandom random) {
        Glimpse[] contexts = new Glimpse[MOST_TASKS];
        Arrays.setAll(contexts, task -> randomContext(random));
        return new SimulatedExecution(
                Definitions.of(Definitions.randomTasks(random, MOST_TASKS)), task -> contexts[task]);
    }

    private static Glimpse randomContext(SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return Glimpse.UNREADABLE;
        }
        Map<String, JsonValue> values = new HashMap<>();
        List.of("x", "y").stream()
                .filter(key -> random.nextBoolean())
                .forEach(key -> values.put(key, RuleCases.value(random)));
        return Glimpse.of(values);
    }
}
