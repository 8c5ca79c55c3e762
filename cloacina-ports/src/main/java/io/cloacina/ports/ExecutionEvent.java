package io.cloacina.ports;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be appended to the history of an execution.
 *
 * @param task the ordinal of the task, or null for an event of the execution as a whole
 * @param epoch the claim it belongs to, or 0 for none
 * @param attempt the try it belongs to, or 0 for none
 * @param worker the runner that wrote it
 * @param detail an error or reason, bounded by the engine, or null
 */
public record ExecutionEvent(
        ExecutionId execution,
        EventKind kind,
        @Nullable Integer task,
        int epoch,
        int attempt,
        String worker,
        @Nullable String detail) {

    public ExecutionEvent {
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(worker, "worker");
        if (kind.isOfTask() != (task != null)) {
            throw new IllegalArgumentException(kind + (task == null ? " needs a task" : " takes no task"));
        }
    }
}
