package io.cloacina.domain.workflow;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.RuleCases;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Definitions to test with. */
public final class Definitions {

    private static final List<String> KEYS = List.of("x", "y");
    private static final int LEVELS = 3;

    private Definitions() {}

    /** A task with a rule and otherwise defaults. */
    public static TaskDefinition task(String id, List<String> dependencies, TriggerRule rule) {
        return new TaskDefinition(
                id, dependencies, rule, RetryPolicy.exponential().settings(), TaskOptions.DEFAULT_TIMEOUT, "");
    }

    /** A workflow of these tasks. */
    public static WorkflowDefinition of(Collection<TaskDefinition> tasks) {
        return WorkflowDefinition.of("test", tasks, ConflictPolicy.Mode.LAST_DECLARED, null);
    }

    /** A workflow in which every task has the default rule. */
    public static WorkflowDefinition of(Map<String, List<String>> dependencies) {
        return of(dependencies.entrySet().stream()
                .map(task -> task(task.getKey(), task.getValue(), TriggerRule.allCompleted()))
                .toList());
    }

    /** Random tasks with random rules, declared in random order. */
    public static List<TaskDefinition> randomTasks(SplittableRandom random, int most) {
        Map<String, List<String>> dependencies = Graphs.random(random, most);
        TaskGraph graph = TaskGraph.of(dependencies);
        return dependencies.keySet().stream()
                .map(id -> randomTask(random, id, dependencies.get(id), graph))
                .toList();
    }

    private static TaskDefinition randomTask(
            SplittableRandom random, String id, List<String> dependencies, TaskGraph graph) {
        List<String> ancestors =
                graph.ancestors(graph.ordinal(id)).stream().map(graph::id).toList();
        boolean byDefault = dependencies.isEmpty() || random.nextInt(3) == 0;
        TriggerRule rule = byDefault ? TriggerRule.allCompleted() : RuleCases.rule(random, ancestors, KEYS, LEVELS);
        return new TaskDefinition(
                id,
                dependencies,
                rule,
                RetryPolicy.fixed().maxAttempts(random.nextInt(1, 9)).settings(),
                Duration.ofMillis(random.nextInt(1, 100_000)),
                random.nextBoolean() ? "" : "v" + random.nextInt(9));
    }
}
