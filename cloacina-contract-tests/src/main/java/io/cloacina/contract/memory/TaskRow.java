package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.TaskRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One task of one execution. Changed only between {@link #copy()} and {@link Table#put}. */
final class TaskRow implements Cloneable {

    final TaskRef ref;
    final UUID definition;
    final String name;
    final int priority;
    final Instant createdAt;
    Instant updatedAt;
    TaskStatus status = TaskStatus.NOT_STARTED;
    boolean claimable;
    int attempt = 1;
    int epoch;
    int recoveryAttempts;
    int openDependencies;
    int unsuccessful;

    @Nullable
    String worker;

    @Nullable
    Instant leaseUntil;

    @Nullable
    Instant dueAt;

    @Nullable
    String reason;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    TaskRow(TaskRef ref, UUID definition, String name, int priority, int openDependencies, Instant now) {
        this.ref = ref;
        this.definition = definition;
        this.name = name;
        this.priority = priority;
        this.openDependencies = openDependencies;
        this.createdAt = now;
        this.updatedAt = now;
    }

    TaskRow copy() {
        try {
            return (TaskRow) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    boolean isHeldUnder(int claimEpoch) {
        return status == TaskStatus.RUNNING && epoch == claimEpoch;
    }

    boolean isExpired(Instant now) {
        return leaseUntil != null && !leaseUntil.isAfter(now);
    }

    ClaimRef claimRef() {
        return new ClaimRef(ref, epoch);
    }

    /** Makes the task wait for its due time, or claimable when that has come. */
    void waitUntil(Instant due, Instant now) {
        status = TaskStatus.READY;
        dueAt = due;
        claimable = !due.isAfter(now);
    }

    /** Sets a status in which nobody holds or may claim the task. */
    void leave(TaskStatus next, Instant now) {
        status = next;
        claimable = false;
        completedAt = next.isTerminal() ? now : null;
    }

    TaskRecord toRecord() {
        return new TaskRecord(
                ref,
                name,
                status,
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
}
