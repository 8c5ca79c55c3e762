package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was read of the tasks of one execution, in the transaction that asks. It need not be all of them. */
@FunctionalInterface
public interface TaskStates {

    /** Nothing was read. */
    TaskStates NONE = ordinal -> Optional.empty();

    /** The state of a task; empty if it was not read. */
    Optional<State> of(int ordinal);

    /** The states in a map from ordinal to state. The map is not copied. */
    static TaskStates of(Map<Integer, State> states) {
        return ordinal -> Optional.ofNullable(states.get(ordinal));
    }

    /**
     * The state of one task.
     *
     * @param openDependencies how many of its direct dependencies are not terminal
     * @param unsuccessful how many of its direct dependencies ended other than completed
     */
    record State(TaskStatus status, int openDependencies, int unsuccessful) {
        public State {
            Objects.requireNonNull(status, "status");
        }
    }
}
