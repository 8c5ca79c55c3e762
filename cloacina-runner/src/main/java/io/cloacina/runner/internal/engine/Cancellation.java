package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import java.util.concurrent.CompletableFuture;

/**
 * An execution is to end without starting another task: because a caller said so, or because its time is over.
 *
 * @param reason stored with the execution and with each task that is cancelled
 * @param answer what became of it
 */
public record Cancellation(
        ExecutionId execution, Ending ending, String reason, CompletableFuture<Verdict> answer, long since)
        implements Request {

    @Override
    public boolean hasCaller() {
        return ending == Ending.CANCELLED;
    }

    @Override
    public void giveUp(RuntimeException why) {
        answer.completeExceptionally(why);
    }

    /** What became of a cancellation. */
    public enum Verdict {
        /** No further task starts. */
        ACCEPTED,
        /** The execution was terminal: nothing was changed. */
        ALREADY_TERMINAL,
        /** There is no such execution. */
        UNKNOWN
    }
}
