package io.cloacina.ports;

import io.cloacina.domain.execution.ExecutionId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context that one task of an execution wrote, or the initial one.
 *
 * @param execution the execution
 * @param writer the ordinal of the task, or {@link #INITIAL}
 */
public record ContextRef(ExecutionId execution, int writer) {

    /** The writer of the context that the execution was started with. */
    public static final int INITIAL = -1;

    public ContextRef {
        Objects.requireNonNull(execution, "execution");
        if (writer < INITIAL) {
            throw new IllegalArgumentException("writer must be an ordinal or INITIAL: " + writer);
        }
    }

    /** Written out, as is the hash code: what a record makes by itself is linked at its first call, in milliseconds of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContextRef that && writer == that.writer && execution.equals(that.execution);
    }

    @Override
    public int hashCode() {
        return 31 * execution.hashCode() + writer;
    }
}
