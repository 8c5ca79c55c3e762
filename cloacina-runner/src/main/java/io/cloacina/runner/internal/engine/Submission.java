package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Admission;
import io.cloacina.ports.NewExecution;
import java.util.concurrent.CompletableFuture;

/** A new execution, and the caller who waits to hear that it is durable. */
record Submission(NewExecution newcomer, CompletableFuture<Admission> answer, long since) implements Request {

    @Override
    public ExecutionId execution() {
        return newcomer.id();
    }

    @Override
    public boolean hasCaller() {
        return true;
    }

    @Override
    public void giveUp(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
