package io.cloacina.domain.execution;

/** Where a task execution stands. {@code docs/state-machine.md} draws the transitions. */
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

    /** Whether this status is left never again (but by an explicit retry). */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == SKIPPED || this == CANCELLED;
    }
}
