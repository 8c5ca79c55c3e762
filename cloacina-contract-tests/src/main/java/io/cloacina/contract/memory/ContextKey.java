package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import java.util.Comparator;

/** A context's reference, in the order of its table. */
record ContextKey(ExecutionId execution, int writer) implements Comparable<ContextKey> {

    private static final Comparator<ContextKey> ORDER =
            Comparator.comparing(ContextKey::execution).thenComparingInt(ContextKey::writer);

    static ContextKey of(ContextRef ref) {
        return new ContextKey(ref.execution(), ref.writer());
    }

    @Override
    public int compareTo(ContextKey other) {
        return ORDER.compare(this, other);
    }
}
