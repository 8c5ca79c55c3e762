package io.cloacina.ports;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An execution as stored. Times are the store's; microseconds or as {@link StoreTraits#timePrecision()} says. */
public record ExecutionRecord(
        ExecutionId id,
        UUID definition,
        String workflow,
        String version,
        ExecutionStatus status,
        @Nullable Ending ending,
        @Nullable String idempotencyKey,
        String inputDigest,
        int priority,
        int openTasks,
        int failedTasks,
        @Nullable String reason,
        @Nullable String parkedReason,
        @Nullable Instant timeoutAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {

    /** Says which execution it is and how it stands, and hides the idempotency key. */
    @Override
    public String toString() {
        return "ExecutionRecord[id=" + id + ", workflow=" + workflow + ", version=" + version + ", status=" + status
                + ", ending=" + ending + ", idempotencyKey=" + (idempotencyKey == null ? "none" : "***") + ", priority="
                + priority + ", openTasks=" + openTasks + ", failedTasks=" + failedTasks + ", reason=" + reason
                + ", parkedReason=" + parkedReason + ", createdAt=" + createdAt + ", completedAt=" + completedAt + "]";
    }
}
