package io.cloacina.domain.trigger;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What a trigger rule sees of the execution when it is looked at: the task's dependencies are all terminal by then. */
public interface TriggerView {

    /** The ids of the task's direct dependencies, in declared order. */
    List<String> dependencies();

    /** The status of a task on which this one depends, directly or through others. */
    TaskStatus status(String task);

    /** The value of a key in the context which the task would get; empty if the key is absent. */
    Optional<JsonValue> value(String key);
}
