package io.cloacina.domain.execution;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task of one execution, named by its ordinal: the position of the task in the canonical topological order of the
 * workflow's graph, from 0.
 */
public record TaskRef(ExecutionId execution, int ordinal) implements Comparable<TaskRef> {

    private static final Comparator<TaskRef> ORDER =
            Comparator.comparing(TaskRef::execution).thenComparingInt(TaskRef::ordinal);

    public TaskRef {
        Objects.requireNonNull(execution, "execution");
        if (ordinal < 0) {
            throw new IllegalArgumentException("ordinal must not be negative: " + ordinal);
        }
    }

    @Override
    public int compareTo(TaskRef other) {
        return ORDER.compare(this, other);
    }

    /** Written out, as is the hash code: what a record makes by itself is linked at its first call, in milliseconds of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskRef that && ordinal == that.ordinal && execution.equals(that.execution);
    }

    @Override
    public int hashCode() {
        return 31 * execution.hashCode() + ordinal;
    }
}
