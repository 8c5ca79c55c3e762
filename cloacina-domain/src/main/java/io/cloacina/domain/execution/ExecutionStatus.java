package io.cloacina.domain.execution;

/** Where an execution stands. {@code docs/state-machine.md} draws the transitions. */
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

    /** Whether this status is left never again (but by an explicit retry). */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
