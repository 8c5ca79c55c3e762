package io.cloacina.domain.execution;

import static io.cloacina.domain.execution.TaskStatus.CANCELLED;
import static io.cloacina.domain.execution.TaskStatus.COMPLETED;
import static io.cloacina.domain.execution.TaskStatus.FAILED;
import static io.cloacina.domain.execution.TaskStatus.NOT_STARTED;
import static io.cloacina.domain.execution.TaskStatus.READY;
import static io.cloacina.domain.execution.TaskStatus.RUNNING;
import static io.cloacina.domain.execution.TaskStatus.SKIPPED;
import static io.cloacina.domain.execution.TaskStatus.WAITING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the events of a history do to statuses. Every event of a task is one transition of its state machine, so a history
 * can be replayed: it is legal exactly if each event finds the task in a status from which its transition leads, and the
 * status it ends in is the one the task's row must have. Pure; whoever checks a store uses it, the engine does not.
 */
public final class History {

    private static final Map<EventKind, Transition> OF_TASKS = new EnumMap<>(Map.of(
            EventKind.TASK_READY, new Transition(EnumSet.of(NOT_STARTED), READY),
            EventKind.TASK_CLAIMED, new Transition(EnumSet.of(READY), RUNNING),
            EventKind.TASK_COMPLETED, new Transition(EnumSet.of(RUNNING), COMPLETED),
            EventKind.TASK_FAILED, new Transition(EnumSet.of(READY, RUNNING), FAILED),
            EventKind.TASK_RETRY_SCHEDULED, new Transition(EnumSet.of(RUNNING), READY),
            EventKind.TASK_RELEASED, new Transition(EnumSet.of(RUNNING), READY),
            EventKind.TASK_LEASE_EXPIRED, new Transition(EnumSet.of(RUNNING), READY),
            EventKind.TASK_ABANDONED, new Transition(EnumSet.of(RUNNING), FAILED),
            EventKind.TASK_SKIPPED, new Transition(EnumSet.of(NOT_STARTED), SKIPPED),
            EventKind.TASK_CANCELLED, new Transition(EnumSet.of(NOT_STARTED, READY, RUNNING, WAITING), CANCELLED)));

    private History() {}

    /**
     * The status of a task after an event; empty if the event cannot happen to a task of that status.
     *
     * @throws IllegalArgumentException if the event is not one of a task
     */
    public static Optional<TaskStatus> after(TaskStatus before, EventKind event) {
        Transition transition = transition(event);
        return transition.from.contains(before) ? Optional.of(transition.to) : Optional.empty();
    }

    /**
     * Whether an event of a task may be the next one of that task after another.
     *
     * @throws IllegalArgumentException if one of the events is not one of a task
     */
    public static boolean mayFollow(EventKind previous, EventKind next) {
        return after(transition(previous).to, next).isPresent();
    }

    /**
     * The status in which a task is after its whole history.
     *
     * @param first the status it was admitted with: {@code READY} for a root, else {@code NOT_STARTED}
     * @param events the events of that task, in order
     * @throws IllegalArgumentException if an event could not happen where it stands, or is not one of a task
     */
    public static TaskStatus replay(TaskStatus first, List<EventKind> events) {
        TaskStatus status = first;
        for (EventKind event : events) {
            TaskStatus before = status;
            status = after(before, event)
                    .orElseThrow(() -> new IllegalArgumentException(event + " cannot happen to a task that is " + before
                            + ", but the history says so: " + events));
        }
        return status;
    }

    /**
     * The status of an execution after an event; empty if the event cannot happen to an execution of that status.
     * Requests and parking change no status. The submission comes first and never again.
     *
     * @throws IllegalArgumentException if the event is one of a task
     */
    public static Optional<ExecutionStatus> after(ExecutionStatus before, EventKind event) {
        return switch (event) {
            case EXECUTION_SUBMITTED -> Optional.empty();
            case EXECUTION_STARTED -> step(before, ExecutionStatus.RUNNING);
            case EXECUTION_COMPLETED -> step(before, ExecutionStatus.COMPLETED);
            case EXECUTION_FAILED -> step(before, ExecutionStatus.FAILED);
            case EXECUTION_CANCELLED -> step(before, ExecutionStatus.CANCELLED);
            case EXECUTION_CANCEL_REQUESTED, EXECUTION_TIMED_OUT, EXECUTION_PARKED, EXECUTION_UNPARKED ->
                before.isTerminal() ? Optional.empty() : Optional.of(before);
            default -> throw new IllegalArgumentException(event + " is not an event of an execution");
        };
    }

    private static Optional<ExecutionStatus> step(ExecutionStatus before, ExecutionStatus next) {
        return before.canBecome(next) ? Optional.of(next) : Optional.empty();
    }

    private static Transition transition(EventKind event) {
        Transition transition = OF_TASKS.get(event);
        if (transition == null) {
            throw new IllegalArgumentException(event + " is not an event of a task");
        }
        return transition;
    }

    private record Transition(Set<TaskStatus> from, TaskStatus to) {}
}
