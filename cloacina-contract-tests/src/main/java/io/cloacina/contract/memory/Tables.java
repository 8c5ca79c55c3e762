package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All rows, and the partial indexes that the SQL stores have too. Used only while the database's lock is held. */
final class Tables {

    private static final Comparator<TaskRow> CLAIM_ORDER = Comparator.comparingInt((TaskRow row) -> row.priority)
            .reversed()
            .thenComparing(row -> row.dueAt)
            .thenComparing(row -> row.ref);

    private final UndoLog undo = new UndoLog();

    final Index<TaskRow> claimable = new Index<>(row -> row.claimable, CLAIM_ORDER);
    final Index<TaskRow> waitingForTime = new Index<>(
            row -> row.status == TaskStatus.READY && !row.claimable,
            Comparator.comparing((TaskRow row) -> row.dueAt).thenComparing(row -> row.ref));
    final Index<TaskRow> leased = new Index<>(
            row -> row.status == TaskStatus.RUNNING,
            Comparator.comparing((TaskRow row) -> row.leaseUntil).thenComparing(row -> row.ref));
    final Index<ExecutionRow> deadlines = new Index<>(
            ExecutionRow::hasDeadline,
            Comparator.comparing((ExecutionRow row) -> row.timeoutAt).thenComparing(row -> row.id));

    final Table<UUID, StoredDefinition> definitions = new Table<>(undo, List.of());
    final Table<ExecutionId, ExecutionRow> executions = new Table<>(undo, List.of(deadlines));
    final Table<String, ExecutionId> idempotencyKeys = new Table<>(undo, List.of());
    final Table<TaskRef, TaskRow> tasks = new Table<>(undo, List.of(claimable, waitingForTime, leased));
    final Table<ContextKey, StoredContext> contexts = new Table<>(undo, List.of());
    final Table<EventKey, RecordedEvent> events = new Table<>(undo, List.of());

    private long lastSequence;

    /** A number larger than all before it. Numbers drawn by transactions that are rolled back stay unused. */
    long nextSequence() {
        return ++lastSequence;
    }

    Stream<TaskRow> tasksOf(ExecutionId execution) {
        return tasks.between(new TaskRef(execution, 0), new TaskRef(execution, Integer.MAX_VALUE));
    }

    Stream<RecordedEvent> eventsOf(ExecutionId execution, long after) {
        return after == Long.MAX_VALUE
                ? Stream.empty()
                : events.between(new EventKey(execution, after + 1), new EventKey(execution, Long.MAX_VALUE));
    }

    /** What the contexts hold, without those that do not exist. */
    Map<ContextRef, String> read(Collection<ContextRef> refs, Function<StoredContext, String> part) {
        Map<ContextRef, String> found = new HashMap<>();
        refs.forEach(ref -> contexts.find(ContextKey.of(ref)).ifPresent(row -> found.put(ref, part.apply(row))));
        return found;
    }

    boolean hasUncommittedChanges() {
        return !undo.isEmpty();
    }

    void commit() {
        undo.forget();
    }

    void rollBack() {
        undo.takeBack();
    }
}
