package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;
import org.jspecify.annotations.Nullable;

/** A row of executions for people to look at. Written by statements only, never through this class. */
@Entity(name = "Execution")
@Table(name = "workflow_executions")
@ReadOnly
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class ExecutionEntity extends Dated {

    @Id
    UUID id;

    @Column(name = "definition_id")
    UUID definition;

    String status;

    @Nullable
    String ending;

    @Column(name = "idempotency_key")
    @Nullable
    String idempotencyKey;

    @Column(name = "input_digest")
    String inputDigest;

    int priority;

    @Column(name = "open_tasks")
    int openTasks;

    @Column(name = "failed_tasks")
    int failedTasks;

    @Nullable
    String reason;

    @Column(name = "parked_reason")
    @Nullable
    String parkedReason;

    @Column(name = "timeout_at")
    @Nullable
    Instant timeoutAt;

    /** For the persistence provider. */
    protected ExecutionEntity() {}

    ExecutionRecord toRecord(DefinitionEntity of) {
        ExecutionId execution = new ExecutionId(id);
        return new ExecutionRecord(
                execution,
                definition,
                of.name,
                of.version,
                WordColumn.EXECUTION_STATUS.read(execution, status),
                WordColumn.ENDING.readOrNull(execution, ending),
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
