package io.cloacina.domain.execution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One claim of one task: the fencing token that every later write of the claim carries.
 *
 * @param task the task that was claimed
 * @param epoch the number of this claim of the task, from 1; raised by every claim, never reset
 */
public record ClaimRef(TaskRef task, int epoch) {

    public ClaimRef {
        Objects.requireNonNull(task, "task");
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch must be at least 1: " + epoch);
        }
    }

    /** Written out, as is the hash code: what a record makes by itself is linked at its first call, in milliseconds of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClaimRef that && epoch == that.epoch && task.equals(that.task);
    }

    @Override
    public int hashCode() {
        return 31 * task.hashCode() + epoch;
    }
}
