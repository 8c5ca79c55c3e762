package io.cloacina.faults.program;

import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A workflow drawn from a seed: chains, joins, fan-outs, retries and trigger rules, as they come.
 *
 * @param name the workflow's
 * @param nodes its tasks, dependencies first
 */
public record Shape(String name, List<Node> nodes) {

    private static final Duration RETRY_DELAY = Duration.ofMillis(30);
    private static final int MOST_NODES = 6;
    private static final int MOST_DEPENDENCIES = 3;
    private static final int MOST_TRIES = 3;

    public Shape {
        nodes = List.copyOf(nodes);
    }

    /** So many shapes; the same ones for the same seed. */
    public static List<Shape> drawn(long seed, int shapes) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Shape> drawn = new ArrayList<>();
        for (int number = 0; number < shapes; number++) {
            drawn.add(draw("shape-" + number, chance.split()));
        }
        return drawn;
    }

    private static Shape draw(String name, SplittableRandom chance) {
        List<Node> nodes = new ArrayList<>();
        int size = chance.nextInt(1, MOST_NODES + 1);
        for (int number = 0; number < size; number++) {
            List<String> dependencies = dependencies(nodes, chance);
            nodes.add(new Node(
                    "n" + number, dependencies, rule(dependencies, chance), chance.nextInt(1, MOST_TRIES + 1)));
        }
        return new Shape(name, nodes);
    }

    private static List<String> dependencies(List<Node> before, SplittableRandom chance) {
        int most = Math.min(MOST_DEPENDENCIES, before.size());
        return chance.ints(chance.nextInt(0, most + 1), 0, Math.max(1, before.size()))
                .distinct()
                .mapToObj(number -> before.get(number).name())
                .toList();
    }

    /** The usual rule in every other case; of a task without dependencies always. */
    private static Rule rule(List<String> dependencies, SplittableRandom chance) {
        return dependencies.isEmpty() || chance.nextBoolean()
                ? Rule.ALL_COMPLETED
                : Rule.values()[chance.nextInt(Rule.values().length)];
    }

    /** As the library is given it. */
    Workflow workflow(TaskBody body) {
        WorkflowBuilder workflow = Workflow.named(name);
        nodes.forEach(node -> workflow.task(node.name(), body, options(node)));
        return workflow.build();
    }

    private static TaskOptions options(Node node) {
        return TaskOptions.after(node.dependencies().toArray(String[]::new))
                .when(node.rule().ours())
                .retry(RetryPolicy.fixed()
                        .initialDelay(RETRY_DELAY)
                        .withoutJitter()
                        .maxAttempts(node.tries()));
    }

    Node node(String task) {
        return nodes.stream()
                .filter(node -> node.name().equals(task))
                .findFirst()
                .orElseThrow();
    }
}
