package io.cloacina.ports;

import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task execution as stored.
 *
 * @param startedAt when its newest claim was made
 * @param dueAt when it may be claimed, while {@code READY}; otherwise when it last might
 * @param reason why it failed, was skipped or cancelled, or the error of the last try
 */
public record TaskRecord(
        TaskRef ref,
        String name,
        TaskStatus status,
        int attempt,
        int epoch,
        int recoveryAttempts,
        int openDependencies,
        int unsuccessful,
        @Nullable String worker,
        @Nullable Instant leaseUntil,
        @Nullable Instant dueAt,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {}
