package io.cloacina.domain.execution;

import static io.cloacina.domain.Arguments.given;

import java.util.EnumSet;
import java.util.Set;

/** Where an execution stands. {@code docs/state-machine.md} draws the transitions; {@link #canBecome} knows them. */
public enum ExecutionStatus {
    /** Stored; no task of it was claimed yet. */
    PENDING,
    /** At least one task was claimed. */
    RUNNING,
    /** Running tasks finish, no other starts. */
    PAUSED,
    /** All tasks are terminal and none failed. */
    COMPLETED,
    /** All tasks are terminal and at least one failed, or the execution ran out of time. */
    FAILED,
    /** Cancelled by request; all tasks are terminal. */
    CANCELLED;

    /**
     * Reads a stored status.
     *
     * @throws UnknownStateException if no status has that name
     */
    public static ExecutionStatus parse(String text) {
        return UnknownStateException.parse(ExecutionStatus.class, "execution status", text);
    }

    /** Whether an execution may go from this status to that one in a single step. Staying is not a step. */
    public boolean canBecome(ExecutionStatus next) {
        return successors().contains(given(next, "the next status", "name one"));
    }

    /** The statuses that may follow this one directly: none after a terminal one. */
    public Set<ExecutionStatus> successors() {
        return switch (this) {
            case PENDING -> EnumSet.of(RUNNING, PAUSED, FAILED, CANCELLED);
            case RUNNING -> EnumSet.of(PAUSED, COMPLETED, FAILED, CANCELLED);
            case PAUSED -> EnumSet.of(PENDING, RUNNING, COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(ExecutionStatus.class);
        };
    }

    /** Whether this status is left never again (but by an explicit retry). */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
