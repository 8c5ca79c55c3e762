package io.cloacina.contract.memory;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoredDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One execution. Changed only between {@link #copy()} and {@link Table#put}. */
final class ExecutionRow implements Cloneable {

    final ExecutionId id;
    final StoredDefinition definition;
    final @Nullable String idempotencyKey;
    final String inputDigest;
    final int priority;
    final @Nullable Instant timeoutAt;
    final Instant createdAt;
    Instant updatedAt;
    ExecutionStatus status = ExecutionStatus.PENDING;
    int openTasks;
    int failedTasks;

    @Nullable
    Ending ending;

    @Nullable
    String reason;

    @Nullable
    String parkedReason;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    ExecutionRow(NewExecution execution, StoredDefinition definition, Instant now) {
        this.id = execution.id();
        this.definition = definition;
        this.idempotencyKey = execution.idempotencyKey();
        this.inputDigest = execution.inputDigest();
        this.priority = execution.priority();
        this.timeoutAt = execution.timeout() == null ? null : now.plus(execution.timeout());
        this.createdAt = now;
        this.updatedAt = now;
        this.openTasks = definition.tasks().size();
    }

    ExecutionRow copy() {
        try {
            return (ExecutionRow) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    boolean hasDeadline() {
        return timeoutAt != null && ending == null && !status.isTerminal();
    }

    /** Sets the status and the times that belong to it. */
    void become(ExecutionStatus next, Instant now) {
        if (status == ExecutionStatus.PENDING && next != ExecutionStatus.PENDING) {
            startedAt = now;
        }
        if (next.isTerminal() && completedAt == null) {
            completedAt = now;
        }
        status = next;
    }

    LockedExecution toLocked() {
        return new LockedExecution(id, definition.id(), status, ending, openTasks, failedTasks);
    }

    ExecutionRecord toRecord() {
        return new ExecutionRecord(
                id,
                definition.id(),
                definition.name(),
                definition.version(),
                status,
                ending,
                idempotencyKey,
                inputDigest,
                priority,
                openTasks,
                failedTasks,
                reason,
                parkedReason,
                timeoutAt,
                createdAt,
                updatedAt,
                startedAt,
                completedAt);
    }
}
