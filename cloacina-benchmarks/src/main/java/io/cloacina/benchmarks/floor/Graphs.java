package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where each execution stands, in memory. */
final class Graphs {

    private final Shape shape;
    private final List<List<Integer>> successors = new ArrayList<>();
    private final Map<UUID, int[]> openDependencies = new HashMap<>();
    private final Map<UUID, Integer> openTasks = new HashMap<>();

    Graphs(Shape shape) {
        this.shape = shape;
        shape.dependencies().forEach(ignored -> successors.add(new ArrayList<>()));
        for (int task = 0; task < shape.tasks(); task++) {
            for (int dependency : shape.dependencies().get(task)) {
                successors.get(dependency).add(task);
            }
        }
    }

    /** Begins one that somebody else has submitted, the first time. */
    void meet(UUID execution) {
        if (!openTasks.containsKey(execution)) {
            begin(execution);
        }
    }

    void begin(UUID execution) {
        int[] open = shape.dependencies().stream().mapToInt(List::size).toArray();
        openDependencies.put(execution, open);
        openTasks.put(execution, shape.tasks());
    }

    Ended end(List<Step> tasks) {
        Ended ended = new Ended(tasks);
        for (Step task : tasks) {
            int left = openTasks.merge(task.execution(), -1, Integer::sum);
            ended.openTasks.put(task.execution(), left);
            for (int successor : successors.get(task.task())) {
                int open = --Objects.requireNonNull(openDependencies.get(task.execution()))[successor];
                ended.countedDown.put(new Step(task.execution(), successor), open);
            }
        }
        ended.completed().forEach(openDependencies::remove);
        return ended;
    }
}
