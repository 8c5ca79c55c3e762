package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;

/**
 * Something a caller, a body or the sweep wants written. Requests wait in the inbox of a write loop; a group of them
 * becomes one transaction.
 */
sealed interface Request permits Submission, TaskEnd, Cancellation {

    /** The execution it concerns; routes it to a loop, so that a runner never races itself. */
    ExecutionId execution();

    /** When it was made, in monotonic nanoseconds. */
    long since();

    /** Whether a caller waits for it and is better told of trouble than kept waiting. */
    boolean hasCaller();

    /** Tells whoever asked that it was given up; nothing of it was stored. */
    void giveUp(RuntimeException why);
}
