package io.cloacina.faults.program;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.trigger.TriggerRule;
import java.util.Collection;
import java.util.function.Predicate;

/** The trigger rules that shapes use, each with a second, plain way to decide it, which shares no code with the first. */
public enum Rule {
    ALL_COMPLETED(TriggerRule.allCompleted(), ends -> ends.stream().allMatch(TaskStatus.COMPLETED::equals)),
    NONE_FAILED(TriggerRule.noneFailed(), ends -> ends.stream().noneMatch(TaskStatus.FAILED::equals)),
    ANY_COMPLETED(TriggerRule.anyCompleted(), ends -> ends.stream().anyMatch(TaskStatus.COMPLETED::equals)),
    ANY_FAILED(TriggerRule.anyFailed(), ends -> ends.stream().anyMatch(TaskStatus.FAILED::equals)),
    ALWAYS(TriggerRule.always(), ends -> true);

    private final TriggerRule ours;
    private final Predicate<Collection<TaskStatus>> plain;

    Rule(TriggerRule ours, Predicate<Collection<TaskStatus>> plain) {
        this.ours = ours;
        this.plain = plain;
    }

    TriggerRule ours() {
        return ours;
    }

    /** Whether a task runs whose direct dependencies ended so. */
    boolean runsAfter(Collection<TaskStatus> ends) {
        return plain.test(ends);
    }
}
