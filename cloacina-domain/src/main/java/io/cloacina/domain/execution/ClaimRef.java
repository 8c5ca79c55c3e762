package io.cloacina.domain.execution;

import java.util.Objects;

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
}
