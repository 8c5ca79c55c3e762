package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one task that was {@code NOT_STARTED}.
 *
 * @param ordinal the task
 * @param next {@code READY}, {@code SKIPPED}, or {@code NOT_STARTED} when only its counts change
 * @param openDependencies its new count of direct dependencies that are not terminal
 * @param unsuccessful its new count of direct dependencies that ended other than completed
 * @param reason why it is skipped; null for any other decision
 */
public record TaskDecision(
        int ordinal,
        TaskStatus next,
        int openDependencies,
        int unsuccessful,
        @Nullable String reason) {

    public TaskDecision {
        Objects.requireNonNull(next, "next");
        if ((next == TaskStatus.SKIPPED) != (reason != null)) {
            throw new IllegalArgumentException("exactly a skipped task has a reason, not one that is " + next);
        }
        if ((next == TaskStatus.NOT_STARTED) != (openDependencies > 0)) {
            throw new IllegalArgumentException(
                    "a task with " + openDependencies + " open dependencies does not become " + next);
        }
    }

    static TaskDecision ready(int ordinal, int unsuccessful) {
        return new TaskDecision(ordinal, TaskStatus.READY, 0, unsuccessful, null);
    }

    static TaskDecision skipped(int ordinal, int unsuccessful, String reason) {
        return new TaskDecision(ordinal, TaskStatus.SKIPPED, 0, unsuccessful, reason);
    }

    static TaskDecision waiting(int ordinal, int openDependencies, int unsuccessful) {
        return new TaskDecision(ordinal, TaskStatus.NOT_STARTED, openDependencies, unsuccessful, null);
    }
}
