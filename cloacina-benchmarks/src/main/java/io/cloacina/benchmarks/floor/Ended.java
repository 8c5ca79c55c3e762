package io.cloacina.benchmarks.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the end of some tasks changes: known in memory, so that nothing must be read. */
final class Ended {

    /** The tasks that ended. */
    final List<Step> tasks;

    /** Tasks with fewer open dependencies, and how many are left. */
    final Map<Step, Integer> countedDown = new LinkedHashMap<>();

    /** Executions with fewer open tasks, and how many are left. */
    final Map<UUID, Integer> openTasks = new LinkedHashMap<>();

    Ended(List<Step> tasks) {
        this.tasks = tasks;
    }

    List<Step> ready() {
        List<Step> ready = new ArrayList<>();
        countedDown.forEach((task, left) -> {
            if (left == 0) {
                ready.add(task);
            }
        });
        return ready;
    }

    List<UUID> completed() {
        List<UUID> completed = new ArrayList<>();
        openTasks.forEach((execution, left) -> {
            if (left == 0) {
                completed.add(execution);
            }
        });
        return completed;
    }
}
