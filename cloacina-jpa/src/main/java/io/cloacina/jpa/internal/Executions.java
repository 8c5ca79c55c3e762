package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Executions of known ids, and their tasks: what every result is made of. From statements and not from entities, for
 * whoever waits for a first result would wait for the provider to learn its query language.
 */
record Executions(Statements statements) {

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
            tasks.add(task(row));
        }
        return tasks;
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

    private static TaskRecord task(Row row) {
        return new TaskRecord(
                row.task(0),
                row.text(2),
                row.word(3, WordColumn.TASK_STATUS),
                row.integer(4),
                row.integer(5),
                row.integer(6),
                row.integer(7),
                row.integer(8),
                row.textOrNull(9),
                row.instantOrNull(10),
                row.instantOrNull(11),
                row.textOrNull(12),
                row.instant(13),
                row.instant(14),
                row.instantOrNull(15),
                row.instantOrNull(16));
    }
}
