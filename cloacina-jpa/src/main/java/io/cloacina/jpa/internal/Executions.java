package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionWithTasks;
import io.cloacina.ports.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Executions of known ids, and their tasks: what every result is made of. From statements and not from entities, for
 * whoever waits for a first result would wait for the provider to learn its query language.
 */
record Executions(Statements statements) {

    /** How many columns an execution has; where its tasks come with it, theirs follow. */
    private static final int EXECUTION_COLUMNS = 18;

    List<ExecutionRecord> find(Collection<ExecutionId> ids) {
        List<ExecutionRecord> found = new ArrayList<>();
        for (Row row : statements.select(StoreStatement.EXECUTIONS_BY_ID, new TreeSet<>(ids), Executions::write)) {
            found.add(execution(row));
        }
        return found;
    }

    List<TaskRecord> tasks(ExecutionId id) {
        List<TaskRecord> tasks = new ArrayList<>();
        for (Row row : statements.select(StoreStatement.TASKS_OF, List.of(id), Executions::write)) {
            tasks.add(task(row, 0));
        }
        return tasks;
    }

    Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
        List<Row> rows = statements.select(StoreStatement.EXECUTION_WITH_TASKS, List.of(id), Executions::write);
        return rows.stream().findFirst().map(first -> new ExecutionWithTasks(execution(first), tasks(rows)));
    }

    private static List<TaskRecord> tasks(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.isNull(EXECUTION_COLUMNS))
                .map(row -> task(row, EXECUTION_COLUMNS))
                .toList();
    }

    private static void write(JsonRows row, ExecutionId id) {
        row.id("id", id);
    }

    private static ExecutionRecord execution(Row row) {
        return new ExecutionRecord(
                row.execution(0),
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.word(4, WordColumn.EXECUTION_STATUS),
                row.wordOrNull(5, WordColumn.ENDING),
                row.textOrNull(6),
                row.text(7),
                row.integer(8),
                row.integer(9),
                row.integer(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.instantOrNull(13),
                row.instant(14),
                row.instant(15),
                row.instantOrNull(16),
                row.instantOrNull(17));
    }

    private static TaskRecord task(Row row, int at) {
        return new TaskRecord(
                row.task(at),
                row.text(at + 2),
                row.word(at + 3, WordColumn.TASK_STATUS),
                row.integer(at + 4),
                row.integer(at + 5),
                row.integer(at + 6),
                row.integer(at + 7),
                row.integer(at + 8),
                row.textOrNull(at + 9),
                row.instantOrNull(at + 10),
                row.instantOrNull(at + 11),
                row.textOrNull(at + 12),
                row.instant(at + 13),
                row.instant(at + 14),
                row.instantOrNull(at + 15),
                row.instantOrNull(at + 16));
    }
}
