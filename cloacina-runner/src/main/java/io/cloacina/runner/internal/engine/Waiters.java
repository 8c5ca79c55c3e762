package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Who waits for which execution to become terminal. Every caller who asks for the same execution shares one future. A
 * future says only <em>that</em> it is terminal; the result is read from the store. Thread-safe.
 */
final class Waiters {

    private final Map<ExecutionId, CompletableFuture<Void>> waiting = new HashMap<>();

    /** Completes when the execution is terminal, or exceptionally when the runner closes before. */
    synchronized CompletableFuture<Void> await(ExecutionId execution) {
        return waiting.computeIfAbsent(execution, id -> new CompletableFuture<>());
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized Set<ExecutionId> awaited() {
        return Set.copyOf(waiting.keySet());
    }

    /** Called after the commit (or the read) that showed these executions terminal. */
    void terminal(Collection<ExecutionId> executions) {
        for (CompletableFuture<Void> future : remove(executions)) {
            future.complete(null);
        }
    }

    /** Whether this execution is terminal cannot be told. */
    void fail(ExecutionId execution, Throwable why) {
        for (CompletableFuture<Void> future : remove(List.of(execution))) {
            future.completeExceptionally(why);
        }
    }

    void failAll(Throwable why) {
        for (CompletableFuture<Void> future : remove(awaited())) {
            future.completeExceptionally(why);
        }
    }

    private synchronized List<CompletableFuture<Void>> remove(Collection<ExecutionId> executions) {
        return executions.stream()
                .filter(waiting::containsKey)
                .map(id -> waiting.remove(id))
                .toList();
    }
}
