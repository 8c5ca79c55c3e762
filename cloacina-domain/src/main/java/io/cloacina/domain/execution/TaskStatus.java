package io.cloacina.domain.execution;

import static io.cloacina.domain.Arguments.given;

import java.util.EnumSet;
import java.util.Set;

/** Where a task execution stands. {@code docs/state-machine.md} draws the transitions; {@link #canBecome} knows them. */
public enum TaskStatus {
    /** Waits for its dependencies. */
    NOT_STARTED,
    /** May be claimed once it is due. */
    READY,
    /** Claimed by a worker, which holds a lease on it. */
    RUNNING,
    /** Waits for a signal, holding no slot. */
    WAITING,
    /** Its body returned and its context is stored. */
    COMPLETED,
    /** Its last try failed. */
    FAILED,
    /** Its trigger rule was false. */
    SKIPPED,
    /** The execution was cancelled or ran out of time before the task ended. */
    CANCELLED;

    /**
     * Reads a stored status.
     *
     * @throws UnknownStateException if no status has that name
     */
    public static TaskStatus parse(String text) {
        return UnknownStateException.parse(TaskStatus.class, "task status", text);
    }

    /** Whether a task may go from this status to that one in a single step. Staying is not a step. */
    public boolean canBecome(TaskStatus next) {
        return successors().contains(given(next, "the next status", "name one"));
    }

    /** The statuses that may follow this one directly: none after a terminal one. */
    public Set<TaskStatus> successors() {
        return switch (this) {
            case NOT_STARTED -> EnumSet.of(READY, SKIPPED, CANCELLED);
            case READY -> EnumSet.of(RUNNING, FAILED, CANCELLED);
            case RUNNING -> EnumSet.of(READY, WAITING, COMPLETED, FAILED, CANCELLED);
            case WAITING -> EnumSet.of(READY, CANCELLED);
            case COMPLETED, FAILED, SKIPPED, CANCELLED -> EnumSet.noneOf(TaskStatus.class);
        };
    }

    /** Whether this status is left never again (but by an explicit retry). */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == SKIPPED || this == CANCELLED;
    }
}
