package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.TaskStatus;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one claim ends.
 *
 * @param claim the claim; the write is applied only while it is held
 * @param kind what becomes of the task
 * @param dueIn when the task is due again, from now by the store's clock; zero unless it goes back to {@code READY}
 * @param reason the error or other reason stored with the task, bounded by the engine; null clears it
 */
public record ClaimEnd(
        ClaimRef claim, Kind kind, Duration dueIn, @Nullable String reason) {

    public ClaimEnd {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(kind, "kind");
        if (dueIn.isNegative()) {
            throw new IllegalArgumentException("dueIn must not be negative: " + dueIn);
        }
    }

    /** What an end of a claim does to the task's row. */
    public enum Kind {
        COMPLETED(TaskStatus.COMPLETED, 0, 0, false),
        FAILED(TaskStatus.FAILED, 0, 0, false),
        CANCELLED(TaskStatus.CANCELLED, 0, 0, false),
        /** The try failed and another one follows. */
        RETRY(TaskStatus.READY, 1, 0, false),
        /** Handed back unfinished by its worker; costs no attempt. */
        RELEASED(TaskStatus.READY, 0, 0, false),
        /** Taken from a worker whose lease expired, to be tried again. */
        LEASE_EXPIRED(TaskStatus.READY, 0, 1, true),
        /** Taken from a worker whose lease expired, once too often. */
        ABANDONED(TaskStatus.FAILED, 0, 1, true);

        private final TaskStatus next;
        private final int attempts;
        private final int recoveries;
        private final boolean onlyIfExpired;

        Kind(TaskStatus next, int attempts, int recoveries, boolean onlyIfExpired) {
            this.next = next;
            this.attempts = attempts;
            this.recoveries = recoveries;
            this.onlyIfExpired = onlyIfExpired;
        }

        /** The status the task takes. */
        public TaskStatus next() {
            return next;
        }

        /** What is added to the task's attempt. */
        public int attempts() {
            return attempts;
        }

        /** What is added to the task's recovery attempts. */
        public int recoveries() {
            return recoveries;
        }

        /** Whether the end applies only while the lease has expired by the store's clock. */
        public boolean onlyIfExpired() {
            return onlyIfExpired;
        }
    }
}
