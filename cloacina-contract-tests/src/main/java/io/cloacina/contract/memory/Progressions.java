package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The moments in which executions go on or end. */
record Progressions(Tables tables, StoreClock clock) {

    void keep(StoredContext context) {
        ContextKey key = ContextKey.of(context.ref());
        if (!tables.executions.contains(key.execution())) {
            throw new StoreException.Refused("context " + context.ref() + " has no execution", null);
        }
        if (tables.contexts.contains(key)) {
            throw new StoreException.Refused("context " + context.ref() + " is already stored", null);
        }
        tables.contexts.put(key, context);
    }

    Optional<OpenedTask> countDown(CountDown countDown) {
        Optional<TaskRow> counted = change(countDown.task(), row -> {
            row.openDependencies -= countDown.ended();
            row.unsuccessful += countDown.unsuccessful();
        });
        return counted.filter(row -> row.openDependencies == 0).map(row -> new OpenedTask(row.ref, row.unsuccessful));
    }

    void settle(TaskSettlement settlement) {
        change(settlement.task(), row -> {
            row.openDependencies = settlement.openDependencies();
            row.unsuccessful = settlement.unsuccessful();
            row.reason = settlement.reason();
            become(settlement.next(), row);
        });
    }

    private void become(TaskStatus next, TaskRow row) {
        if (next == TaskStatus.READY) {
            row.waitUntil(row.updatedAt, row.updatedAt);
        } else {
            row.leave(next, row.updatedAt);
        }
    }

    /** Changes a task that still waits for its dependencies; any other is left alone. */
    private Optional<TaskRow> change(TaskRef ref, Consumer<TaskRow> change) {
        return tables.tasks
                .find(ref)
                .filter(row -> row.status == TaskStatus.NOT_STARTED)
                .map(row -> {
                    TaskRow changed = row.copy();
                    changed.updatedAt = clock.now();
                    change.accept(changed);
                    tables.tasks.put(ref, changed);
                    return changed;
                });
    }

    void settle(ExecutionSettlement settlement) {
        change(settlement.id(), row -> {
            row.become(settlement.status(), row.updatedAt);
            row.openTasks = settlement.openTasks();
            row.failedTasks = settlement.failedTasks();
            row.ending = settlement.ending();
            row.reason = settlement.reason() == null ? row.reason : settlement.reason();
        });
    }

    /** Whether that changed anything. */
    boolean park(ExecutionId execution, @Nullable String reason) {
        boolean changes = tables.executions
                .find(execution)
                .filter(row -> !row.status.isTerminal() && !Objects.equals(row.parkedReason, reason))
                .isPresent();
        if (changes) {
            change(execution, row -> row.parkedReason = reason);
        }
        return changes;
    }

    private void change(ExecutionId id, Consumer<ExecutionRow> change) {
        tables.executions.find(id).ifPresent(row -> {
            ExecutionRow changed = row.copy();
            changed.updatedAt = clock.now();
            change.accept(changed);
            tables.executions.put(id, changed);
        });
    }

    List<TaskRef> cancelUnstarted(ExecutionId execution, String reason) {
        List<TaskRow> unstarted =
                tables.tasksOf(execution).filter(Progressions::isUnstarted).toList();
        Instant now = clock.now();
        unstarted.forEach(row -> {
            TaskRow cancelled = row.copy();
            cancelled.leave(TaskStatus.CANCELLED, now);
            cancelled.reason = reason;
            cancelled.updatedAt = now;
            tables.tasks.put(cancelled.ref, cancelled);
        });
        return unstarted.stream().map(row -> row.ref).toList();
    }

    private static boolean isUnstarted(TaskRow row) {
        return switch (row.status) {
            case NOT_STARTED, READY, WAITING -> true;
            case RUNNING, COMPLETED, FAILED, SKIPPED, CANCELLED -> false;
        };
    }

    int promoteDue(int limit) {
        Instant now = clock.now();
        List<TaskRow> due = tables.waitingForTime
                .rows()
                .limit(limit)
                .takeWhile(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .toList();
        due.forEach(row -> {
            TaskRow promoted = row.copy();
            promoted.claimable = true;
            promoted.updatedAt = now;
            tables.tasks.put(promoted.ref, promoted);
        });
        return due.size();
    }
}
