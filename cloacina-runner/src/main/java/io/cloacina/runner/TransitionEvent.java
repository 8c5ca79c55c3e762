package io.cloacina.runner;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One step in the life of an execution or of one of its tasks, as a {@link RunnerListener} sees it: already durable.
 *
 * @param execution the execution
 * @param workflow the name of its workflow
 * @param kind what happened
 * @param task the id of the task, for kinds {@linkplain EventKind#isOfTask() of a task}; otherwise empty
 * @param attempt the number of the try it belongs to, from 1; 0 for none
 * @param detail the error or reason, bounded and redacted; empty for none
 * @param at when this runner learned that it is durable, by the runner's clock
 */
public record TransitionEvent(
        ExecutionId execution,
        String workflow,
        EventKind kind,
        Optional<String> task,
        int attempt,
        Optional<String> detail,
        Instant at) {

    public TransitionEvent {
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(workflow, "workflow");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(at, "at");
        if (kind.isOfTask() != task.isPresent()) {
            throw new IllegalArgumentException(kind + (kind.isOfTask() ? " needs a task" : " takes no task"));
        }
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt must not be negative: " + attempt);
        }
    }
}
