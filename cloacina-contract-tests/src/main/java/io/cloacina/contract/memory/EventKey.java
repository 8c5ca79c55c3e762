package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import java.util.Comparator;

/** Where an event stands: in the history of its execution, at its sequence number. */
record EventKey(ExecutionId execution, long sequence) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER =
            Comparator.comparing(EventKey::execution).thenComparingLong(EventKey::sequence);

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }
}
