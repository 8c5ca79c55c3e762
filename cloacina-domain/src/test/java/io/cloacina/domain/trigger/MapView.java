package io.cloacina.domain.trigger;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A view that is written down. */
record MapView(List<String> dependencies, Map<String, TaskStatus> statuses, Map<String, JsonValue> context)
        implements TriggerView {

    /** A view of dependencies only, which is all there is of tasks. */
    static MapView of(Map<String, TaskStatus> statuses) {
        return new MapView(statuses.keySet().stream().sorted().toList(), statuses, Map.of());
    }

    @Override
    public TaskStatus status(String task) {
        return Objects.requireNonNull(statuses.get(task), task);
    }

    @Override
    public Optional<JsonValue> value(String key) {
        return Optional.ofNullable(context.get(key));
    }
}
