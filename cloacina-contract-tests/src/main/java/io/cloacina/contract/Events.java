package io.cloacina.contract;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one worker writes into the history. */
record Events(String worker) {

    ExecutionEvent of(ExecutionId execution, EventKind kind, @Nullable String detail) {
        return new ExecutionEvent(execution, kind, null, 0, 0, worker, detail);
    }

    ExecutionEvent of(TaskRef task, EventKind kind, @Nullable String detail) {
        return new ExecutionEvent(task.execution(), kind, task.ordinal(), 0, 0, worker, detail);
    }

    Stream<ExecutionEvent> claimed(Claim claim) {
        ExecutionEvent claimed = of(claim.ref(), EventKind.TASK_CLAIMED, claim.attempt(), null);
        ExecutionEvent started = of(claimed.execution(), EventKind.EXECUTION_STARTED, null);
        return claim.startsExecution() ? Stream.of(started, claimed) : Stream.of(claimed);
    }

    ExecutionEvent ended(ClaimEnd end) {
        return of(end.claim(), kindOf(end.kind()), 0, end.reason());
    }

    ExecutionEvent ended(ExecutionId execution, ExecutionStatus status) {
        return of(execution, EventKind.valueOf("EXECUTION_" + status), null);
    }

    private ExecutionEvent of(ClaimRef claim, EventKind kind, int attempt, @Nullable String detail) {
        TaskRef task = claim.task();
        return new ExecutionEvent(task.execution(), kind, task.ordinal(), claim.epoch(), attempt, worker, detail);
    }

    private static EventKind kindOf(ClaimEnd.Kind end) {
        return switch (end) {
            case COMPLETED -> EventKind.TASK_COMPLETED;
            case FAILED -> EventKind.TASK_FAILED;
            case CANCELLED -> EventKind.TASK_CANCELLED;
            case RETRY -> EventKind.TASK_RETRY_SCHEDULED;
            case RELEASED -> EventKind.TASK_RELEASED;
            case LEASE_EXPIRED -> EventKind.TASK_LEASE_EXPIRED;
            case ABANDONED -> EventKind.TASK_ABANDONED;
        };
    }
}
