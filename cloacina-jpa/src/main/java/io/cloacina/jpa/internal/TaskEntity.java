package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.TaskRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;
import org.jspecify.annotations.Nullable;

/** A row of task executions for people to look at. Written by statements only, never through this class. */
@Entity(name = "Task")
@Table(name = "task_executions")
@IdClass(TaskEntity.Key.class)
@ReadOnly
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class TaskEntity extends Dated {

    @Id
    @Column(name = "execution_id")
    UUID execution;

    @Id
    int ordinal;

    @Column(name = "definition_id")
    UUID definition;

    String status;

    int attempt;

    @Column(name = "claim_epoch")
    int epoch;

    @Column(name = "recovery_attempts")
    int recoveryAttempts;

    @Column(name = "open_dependencies")
    int openDependencies;

    @Column(name = "unsuccessful_dependencies")
    int unsuccessful;

    @Column(name = "claimed_by")
    @Nullable
    String worker;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Nullable
    String reason;

    /** For the persistence provider. */
    protected TaskEntity() {}

    TaskRecord toRecord(String name) {
        return new TaskRecord(
                new TaskRef(new ExecutionId(execution), ordinal),
                name,
                WordColumn.TASK_STATUS.read(status),
                attempt,
                epoch,
                recoveryAttempts,
                openDependencies,
                unsuccessful,
                worker,
                leaseUntil,
                dueAt,
                reason,
                createdAt,
                updatedAt,
                startedAt,
                completedAt);
    }

    /** The natural key. */
    public record Key(UUID execution, int ordinal) {}
}
