package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of one transaction, in the order in which they happened. */
final class EventLog {

    private static final Set<EventKind> LEAVES_WORK = EnumSet.of(
            EventKind.EXECUTION_SUBMITTED, EventKind.TASK_READY, EventKind.TASK_RELEASED, EventKind.TASK_LEASE_EXPIRED);

    private final String worker;
    private final List<ExecutionEvent> events = new ArrayList<>();

    EventLog(String worker) {
        this.worker = worker;
    }

    List<ExecutionEvent> events() {
        return List.copyOf(events);
    }

    /** Whether something happened that may have left a task to be claimed at once. */
    boolean anyClaimable() {
        return events.stream().anyMatch(event -> LEAVES_WORK.contains(event.kind()));
    }

    void submitted(ExecutionId execution) {
        ofExecution(execution, EventKind.EXECUTION_SUBMITTED, null);
    }

    void started(ExecutionId execution) {
        ofExecution(execution, EventKind.EXECUTION_STARTED, null);
    }

    void ending(ExecutionId execution, Ending ending, String reason) {
        EventKind kind =
                ending == Ending.TIMED_OUT ? EventKind.EXECUTION_TIMED_OUT : EventKind.EXECUTION_CANCEL_REQUESTED;
        ofExecution(execution, kind, reason);
    }

    void settled(ExecutionId execution, ExecutionStatus status, @Nullable String reason) {
        switch (status) {
            case COMPLETED -> ofExecution(execution, EventKind.EXECUTION_COMPLETED, reason);
            case FAILED -> ofExecution(execution, EventKind.EXECUTION_FAILED, reason);
            case CANCELLED -> ofExecution(execution, EventKind.EXECUTION_CANCELLED, reason);
            default -> throw new IllegalArgumentException(status + " is not terminal");
        }
    }

    void parked(ExecutionId execution, @Nullable String reason) {
        ofExecution(execution, reason == null ? EventKind.EXECUTION_UNPARKED : EventKind.EXECUTION_PARKED, reason);
    }

    void claimed(Claim claim) {
        TaskRef task = claim.ref().task();
        events.add(new ExecutionEvent(
                task.execution(),
                EventKind.TASK_CLAIMED,
                task.ordinal(),
                claim.ref().epoch(),
                claim.attempt(),
                worker,
                null));
    }

    void ended(TaskEnd end) {
        TaskRef task = end.claim().task();
        events.add(new ExecutionEvent(
                task.execution(),
                kindOf(end.kind()),
                task.ordinal(),
                end.claim().epoch(),
                end.attempt(),
                worker,
                end.reason()));
    }

    void ready(TaskRef task) {
        ofTask(task, EventKind.TASK_READY, null);
    }

    void skipped(TaskRef task, @Nullable String reason) {
        ofTask(task, EventKind.TASK_SKIPPED, reason);
    }

    void cancelled(TaskRef task, String reason) {
        ofTask(task, EventKind.TASK_CANCELLED, reason);
    }

    private static EventKind kindOf(ClaimEnd.Kind kind) {
        return switch (kind) {
            case COMPLETED -> EventKind.TASK_COMPLETED;
            case FAILED -> EventKind.TASK_FAILED;
            case CANCELLED -> EventKind.TASK_CANCELLED;
            case RETRY -> EventKind.TASK_RETRY_SCHEDULED;
            case RELEASED -> EventKind.TASK_RELEASED;
            case LEASE_EXPIRED -> EventKind.TASK_LEASE_EXPIRED;
            case ABANDONED -> EventKind.TASK_ABANDONED;
        };
    }

    private void ofExecution(ExecutionId execution, EventKind kind, @Nullable String detail) {
        events.add(new ExecutionEvent(execution, kind, null, 0, 0, worker, detail));
    }

    private void ofTask(TaskRef task, EventKind kind, @Nullable String detail) {
        events.add(new ExecutionEvent(task.execution(), kind, task.ordinal(), 0, 0, worker, detail));
    }
}
