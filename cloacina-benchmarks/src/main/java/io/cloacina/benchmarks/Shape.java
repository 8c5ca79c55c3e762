package io.cloacina.benchmarks;

import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph: for each task, in topological order, the places of the tasks it depends on.
 *
 * @param name the workflow's name
 */
public record Shape(String name, List<List<Integer>> dependencies) {

    public Shape {
        dependencies = dependencies.stream().map(List::copyOf).toList();
    }

    /** One task. */
    public static Shape single() {
        return chain(1);
    }

    /** One after the other. */
    public static Shape chain(int tasks) {
        return layers("chain-" + tasks, tasks, 1);
    }

    /** One, then many side by side, then one that waits for all of them. */
    public static Shape fan(int width) {
        List<List<Integer>> dependencies = new ArrayList<>();
        dependencies.add(List.of());
        List<Integer> middle = new ArrayList<>();
        for (int task = 1; task <= width; task++) {
            dependencies.add(List.of(0));
            middle.add(task);
        }
        dependencies.add(middle);
        return new Shape("fan-" + width, dependencies);
    }

    /** Layers of that width; each task depends on the same place and its neighbour in the layer before. */
    public static Shape layers(int depth, int width) {
        return layers("layers-" + depth + "-" + width, depth, width);
    }

    private static Shape layers(String name, int depth, int width) {
        List<List<Integer>> dependencies = new ArrayList<>();
        for (int layer = 0; layer < depth; layer++) {
            for (int place = 0; place < width; place++) {
                int before = (layer - 1) * width;
                int neighbour = (place + 1) % width;
                dependencies.add(
                        layer == 0
                                ? List.of()
                                : width == 1 ? List.of(before) : List.of(before + place, before + neighbour));
            }
        }
        return new Shape(name, dependencies);
    }

    public int tasks() {
        return dependencies.size();
    }

    /** The workflow of this shape; the canonical order of its tasks is the order here. */
    public Workflow workflow(TaskBody body) {
        WorkflowBuilder builder = Workflow.named(name);
        for (int task = 0; task < tasks(); task++) {
            List<String> after = dependencies.get(task).stream().map(Shape::id).toList();
            builder.task(id(task), body, after.isEmpty() ? TaskOptions.root() : TaskOptions.after(after));
        }
        return builder.build();
    }

    private static String id(int task) {
        return "t%06d".formatted(task);
    }
}
