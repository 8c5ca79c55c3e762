package io.cloacina.benchmarks.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the history, column by column. */
final class Events {

    final List<UUID> executions = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<@Nullable Integer> tasks = new ArrayList<>();

    void add(String kind, UUID execution, @Nullable Integer task) {
        executions.add(execution);
        kinds.add(kind);
        tasks.add(task);
    }
}
