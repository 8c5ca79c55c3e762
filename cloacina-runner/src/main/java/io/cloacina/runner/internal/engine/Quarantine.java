package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Executions with a row that cannot be read: nothing can be decided about them here, and nothing of them is changed but the
 * reason why they are parked. They are looked at again after a while, when the row may have been repaired. All others go
 * on. Thread-safe.
 */
final class Quarantine {

    /** So seldom that they cost nothing and fill no log. */
    static final Duration LOOKS_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Map<ExecutionId, Long> since = new HashMap<>();
    private final Map<ExecutionId, String> toPark = new HashMap<>();

    /** Sets aside the execution that this is about. */
    synchronized void add(StoreException.Unreadable why, long nanoTime) {
        since.values().removeIf(from -> isOver(from, nanoTime));
        since.put(why.execution(), nanoTime);
        toPark.put(why.execution(), Objects.requireNonNull(why.getMessage()));
    }

    /** Whether an execution is left alone now. */
    synchronized boolean holds(ExecutionId execution, long nanoTime) {
        Long from = since.get(execution);
        return from != null && !isOver(from, nanoTime);
    }

    private static boolean isOver(long from, long nanoTime) {
        return nanoTime - from >= LOOKS_AGAIN_AFTER.toNanos();
    }

    /** Those that are not parked yet, and why they are to be. */
    synchronized Map<ExecutionId, String> toPark() {
        return Map.copyOf(toPark);
    }

    synchronized void parked(ExecutionId execution) {
        toPark.remove(execution);
    }
}
