package io.cloacina.ports;

import java.util.List;
import java.util.Objects;

/**
 * An execution and all of its tasks.
 *
 * @param tasks by ordinal
 */
public record ExecutionWithTasks(ExecutionRecord execution, List<TaskRecord> tasks) {

    public ExecutionWithTasks {
        Objects.requireNonNull(execution, "execution");
        tasks = List.copyOf(tasks);
    }
}
