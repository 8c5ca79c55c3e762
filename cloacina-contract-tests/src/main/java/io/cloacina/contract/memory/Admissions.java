package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoredDefinition;
import java.time.Instant;
import java.util.Optional;

/** The moment in which an execution begins to exist. */
record Admissions(Tables tables, StoreClock clock) {

    Admission admit(NewExecution execution) {
        StoredDefinition definition = new Definitions(tables).require(execution.definition());
        Optional<ExecutionRow> winner = alreadyStored(execution);
        ExecutionRow row = winner.orElseGet(() -> store(execution, definition));
        return new Admission(execution.id(), row.id, row.inputDigest, winner.isEmpty());
    }

    private Optional<ExecutionRow> alreadyStored(NewExecution execution) {
        String key = execution.idempotencyKey();
        Optional<ExecutionId> byKey = key == null ? Optional.empty() : tables.idempotencyKeys.find(key);
        return tables.executions.find(byKey.orElse(execution.id()));
    }

    private ExecutionRow store(NewExecution execution, StoredDefinition definition) {
        ExecutionRow row = new ExecutionRow(execution, definition, clock.now());
        tables.executions.put(row.id, row);
        if (row.idempotencyKey != null) {
            tables.idempotencyKeys.put(row.idempotencyKey, row.id);
        }
        tables.contexts.put(ContextKey.of(execution.context().ref()), execution.context());
        for (int ordinal = 0; ordinal < definition.tasks().size(); ordinal++) {
            storeTask(row, new TaskRef(row.id, ordinal));
        }
        return row;
    }

    private void storeTask(ExecutionRow execution, TaskRef ref) {
        StoredDefinition.Task task = execution.definition.tasks().get(ref.ordinal());
        Instant now = execution.createdAt;
        int open = task.dependencies().size();
        TaskRow row = new TaskRow(ref, execution.definition.id(), task.name(), execution.priority, open, now);
        if (open == 0) {
            row.waitUntil(now, now);
        }
        tables.tasks.put(ref, row);
    }
}
