package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.ports.TaskRecord;
import io.cloacina.simulation.plan.Chore;
import io.cloacina.simulation.plan.Turn;
import io.cloacina.simulation.store.Trouble;
import java.util.Optional;

/**
 * Why a task may have failed.
 *
 * @param run the last run of its body, if there was one
 */
record FailureReasons(Court court, Chore chore, Optional<Journal.Run> run) {

    boolean explain(TaskRecord task, EventKind end) {
        if (end == EventKind.TASK_ABANDONED) {
            return task.recoveryAttempts() == court.plan().settings().recoveries() + 1;
        }
        return ranOut(task) || wasForGood(task) || wasRefused(task);
    }

    /** The last try that is allowed threw or took too long. */
    private boolean ranOut(TaskRecord task) {
        return task.attempt() >= chore.maxAttempts() && (threw() || tookTooLong());
    }

    private boolean threw() {
        return run.filter(each -> each.end() == Journal.End.THREW).isPresent();
    }

    private boolean tookTooLong() {
        return run.filter(each -> each.took() >= chore.timeout().toNanos()).isPresent();
    }

    private boolean wasForGood(TaskRecord task) {
        return threw() && chore.turn(task.attempt()).ending() == Turn.Ending.THROWS_FOR_GOOD;
    }

    private boolean wasRefused(TaskRecord task) {
        boolean refusable = chore.turn(task.attempt()).ending() == Turn.Ending.WRITES_POISON
                || court.plan().trouble().containsKey(Trouble.REFUSED);
        String reason = task.reason();
        return refusable && reason != null && reason.startsWith("the store refused its outcome");
    }
}
