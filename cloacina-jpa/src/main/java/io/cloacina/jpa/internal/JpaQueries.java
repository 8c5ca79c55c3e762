package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.Agenda;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionWithTasks;
import io.cloacina.ports.ExpiredClaim;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads on the read lane. What the engine and every result need is a statement; pages of what people look at come from entities. */
record JpaQueries(Transactions transactions, ClaimFront front) implements ExecutionQueries {

    @Override
    public List<ExecutionRecord> find(Collection<ExecutionId> ids) {
        return ids.isEmpty() ? List.of() : transactions.read(reads -> new Executions(reads).find(ids));
    }

    @Override
    public List<ExecutionRecord> list(ExecutionFilter filter) {
        return transactions.list(reads -> new Listings(reads).list(filter));
    }

    @Override
    public List<TaskRecord> tasks(ExecutionId id) {
        return transactions.read(reads -> new Executions(reads).tasks(id));
    }

    @Override
    public Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
        return transactions.read(reads -> new Executions(reads).findWithTasks(id));
    }

    @Override
    public List<RecordedEvent> history(ExecutionId id, long after, int limit) {
        return transactions.read(reads -> new Histories(reads).of(id, after, limit));
    }

    @Override
    public Set<UUID> definitionIds(Collection<String> workflowNames) {
        return transactions.read(reads -> new Definitions(reads).idsOf(workflowNames));
    }

    @Override
    public Optional<StoredDefinition> definition(UUID id) {
        return transactions.read(
                reads -> new Definitions(reads).identified(id).stream().findFirst());
    }

    @Override
    public List<ExpiredClaim> expiredClaims(int limit) {
        return transactions.read(reads -> reads.select(StoreStatement.EXPIRED_CLAIMS, limit).stream()
                .map(row -> new ExpiredClaim(row.claim(0), row.uuid(3), row.integer(4), row.integer(5)))
                .toList());
    }

    @Override
    public List<ExecutionId> overdueExecutions(int limit) {
        return transactions.read(reads -> ids(reads.select(StoreStatement.OVERDUE_EXECUTIONS, limit)));
    }

    @Override
    public Agenda agenda(Collection<UUID> definitions) {
        Row row = transactions.read(reads ->
                reads.select(StoreStatement.AGENDA, front.forLook(definitions)).get(0));
        return new Agenda(row.flag(0), row.distance(1), row.distance(2));
    }

    @Override
    public List<ExecutionId> openExecutions(Collection<UUID> definitions, boolean parked, int limit) {
        StoreStatement statement = parked ? StoreStatement.OPEN_PARKED : StoreStatement.OPEN_UNPARKED;
        return definitions.isEmpty()
                ? List.of()
                : transactions.read(reads -> ids(reads.select(statement, json(definitions), limit)));
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return contexts.isEmpty() ? Map.of() : transactions.read(reads -> new Contexts(reads).contextKeys(contexts));
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return contexts.isEmpty() ? Map.of() : transactions.read(reads -> new Contexts(reads).contextValues(contexts));
    }

    private static String json(Collection<UUID> ids) {
        return JsonRows.of(ids, (row, id) -> row.id("id", id));
    }

    private static List<ExecutionId> ids(List<Row> rows) {
        return rows.stream().map(row -> row.execution(0)).toList();
    }
}
