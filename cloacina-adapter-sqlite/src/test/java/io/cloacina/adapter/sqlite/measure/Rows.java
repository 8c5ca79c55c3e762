package io.cloacina.adapter.sqlite.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that a completion touches, as entities that are written: the style that was not chosen. */
final class Rows {

    static final List<Class<?>> ALL = List.of(ExecutionRow.class, TaskRow.class, ContextRow.class, EventRow.class);

    private Rows() {}

    /** What executions and tasks have in common. */
    @MappedSuperclass
    @SuppressWarnings("NullAway.Init")
    abstract static class Lived {

        String status;

        @Column(name = "updated_at")
        Instant updatedAt;

        @Column(name = "started_at")
        @Nullable
        Instant startedAt;

        @Column(name = "completed_at")
        @Nullable
        Instant completedAt;
    }

    @Entity(name = "ExecutionRow")
    @Table(name = "workflow_executions")
    @SuppressWarnings("NullAway.Init")
    static class ExecutionRow extends Lived {

        @Id
        UUID id;

        @Column(name = "open_tasks")
        int openTasks;

        protected ExecutionRow() {}
    }

    @Entity(name = "TaskRow")
    @Table(name = "task_executions")
    @IdClass(TaskKey.class)
    @SuppressWarnings("NullAway.Init")
    static class TaskRow extends Lived {

        @Id
        @Column(name = "execution_id")
        UUID execution;

        @Id
        int ordinal;

        boolean claimable;

        int priority;

        @Column(name = "due_at")
        @Nullable
        Instant dueAt;

        @Column(name = "claim_epoch")
        int epoch;

        @Column(name = "claimed_by")
        @Nullable
        String worker;

        @Column(name = "lease_until")
        @Nullable
        Instant leaseUntil;

        protected TaskRow() {}
    }

    record TaskKey(UUID execution, int ordinal) {}

    @Entity(name = "ContextRow")
    @Table(name = "task_contexts")
    @IdClass(ContextKey.class)
    @SuppressWarnings("NullAway.Init")
    static class ContextRow {

        @Id
        @Column(name = "execution_id")
        UUID execution;

        @Id
        int writer;

        String keys;

        String written;

        @Column(name = "created_at")
        Instant createdAt;

        protected ContextRow() {}

        ContextRow(UUID execution, int writer, String keys, String written, Instant now) {
            this.execution = execution;
            this.writer = writer;
            this.keys = keys;
            this.written = written;
            this.createdAt = now;
        }
    }

    record ContextKey(UUID execution, int writer) {}

    @Entity(name = "EventRow")
    @Table(name = "execution_events")
    @SuppressWarnings("NullAway.Init")
    static class EventRow {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long sequence;

        @Column(name = "execution_id")
        UUID execution;

        String kind;

        @Column(name = "task_ordinal")
        @Nullable
        Integer task;

        int epoch;

        int attempt;

        String worker;

        @Column(name = "created_at")
        Instant createdAt;

        protected EventRow() {}

        EventRow(UUID execution, String kind, @Nullable Integer task, int epoch, String worker, Instant now) {
            this.execution = execution;
            this.kind = kind;
            this.task = task;
            this.epoch = epoch;
            this.worker = worker;
            this.createdAt = now;
        }
    }
}
