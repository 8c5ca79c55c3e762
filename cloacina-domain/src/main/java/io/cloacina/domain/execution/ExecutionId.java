package io.cloacina.domain.execution;

import java.util.Objects;
import java.util.UUID;

/** The identity of one execution: a UUID of version 7 (time-ordered), made by the application. */
public record ExecutionId(UUID value) implements Comparable<ExecutionId> {

    public ExecutionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the text form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ExecutionId of(String text) {
        return new ExecutionId(UUID.fromString(text));
    }

    /** Orders as the databases do: by the 16 bytes, unsigned. {@link UUID#compareTo} compares signed halves. */
    @Override
    public int compareTo(ExecutionId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
