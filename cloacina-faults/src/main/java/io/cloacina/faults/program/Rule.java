package io.cloacina.faults.program;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.trigger.TriggerRule;
import java.util.Collection;

/** The trigger rules that shapes use, each with a second, plain way to decide it, which shares no code with the first. */
public enum Rule {
    ALL_COMPLETED,
    NONE_FAILED,
    ANY_COMPLETED,
    ANY_FAILED,
    ALWAYS;

    TriggerRule ours() {
        return switch (this) {
            case ALL_COMPLETED -> TriggerRule.allCompleted();
            case NONE_FAILED -> TriggerRule.noneFailed();
            case ANY_COMPLETED -> TriggerRule.anyCompleted();
            case ANY_FAILED -> TriggerRule.anyFailed();
            case ALWAYS -> TriggerRule.always();
        };
    }

    /** Whether a task runs whose direct dependencies ended so. */
    boolean runsAfter(Collection<TaskStatus> ends) {
        return switch (this) {
            case ALL_COMPLETED -> ends.stream().allMatch(TaskStatus.COMPLETED::equals);
            case NONE_FAILED -> !ends.contains(TaskStatus.FAILED);
            case ANY_COMPLETED -> ends.contains(TaskStatus.COMPLETED);
            case ANY_FAILED -> ends.contains(TaskStatus.FAILED);
            case ALWAYS -> true;
        };
    }
}
