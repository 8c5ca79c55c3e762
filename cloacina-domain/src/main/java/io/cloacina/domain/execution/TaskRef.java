package io.cloacina.domain.execution;

import java.util.Comparator;
import java.util.Objects;

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
}
