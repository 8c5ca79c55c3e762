package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Agenda;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExpiredClaim;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads of the committed state. */
record InMemoryQueries(InMemoryStore.Reader reader, StoreClock clock) implements ExecutionQueries {

    @Override
    public List<ExecutionRecord> find(Collection<ExecutionId> ids) {
        return reader.read(tables -> ids.stream()
                .distinct()
                .sorted()
                .flatMap(id -> tables.executions.find(id).stream())
                .map(ExecutionRow::toRecord)
                .toList());
    }

    @Override
    public List<ExecutionRecord> list(ExecutionFilter filter) {
        return reader.read(tables -> tables.executions
                .newestFirst()
                .filter(row -> passes(row, filter))
                .limit(filter.limit())
                .map(ExecutionRow::toRecord)
                .toList());
    }

    private static boolean passes(ExecutionRow row, ExecutionFilter filter) {
        return (filter.workflow() == null || filter.workflow().equals(row.definition.name()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status))
                && (filter.before() == null || row.id.compareTo(filter.before()) < 0);
    }

    @Override
    public List<TaskRecord> tasks(ExecutionId id) {
        return reader.read(tables -> tables.tasksOf(id).map(TaskRow::toRecord).toList());
    }

    @Override
    public List<RecordedEvent> history(ExecutionId id, long after, int limit) {
        return reader.read(tables -> tables.eventsOf(id, after).limit(limit).toList());
    }

    @Override
    public Set<UUID> definitionIds(Collection<String> workflowNames) {
        Set<String> names = Set.copyOf(workflowNames);
        return reader.read(tables -> tables.definitions
                .rows()
                .filter(definition -> names.contains(definition.name()))
                .map(StoredDefinition::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<StoredDefinition> definition(UUID id) {
        return reader.read(tables -> tables.definitions.find(id));
    }

    @Override
    public List<ExpiredClaim> expiredClaims(int limit) {
        Instant now = clock.now();
        return reader.read(tables -> tables.leased
                .rows()
                .takeWhile(row -> row.isExpired(now))
                .limit(limit)
                .map(row -> new ExpiredClaim(row.claimRef(), row.definition, row.attempt, row.recoveryAttempts))
                .toList());
    }

    @Override
    public List<ExecutionId> overdueExecutions(int limit) {
        Instant now = clock.now();
        return reader.read(tables -> tables.deadlines
                .rows()
                .takeWhile(row -> row.timeoutAt != null && !row.timeoutAt.isAfter(now))
                .limit(limit)
                .map(row -> row.id)
                .toList());
    }

    @Override
    public Agenda agenda(Collection<UUID> definitions) {
        Set<UUID> asked = Set.copyOf(definitions);
        Instant now = clock.now();
        return reader.read(tables -> new Agenda(
                tables.claimable.rows().anyMatch(row -> asked.contains(row.definition)),
                distance(now, tables.waitingForTime.rows().findFirst().map(row -> row.dueAt)),
                distance(now, tables.deadlines.rows().findFirst().map(row -> row.timeoutAt))));
    }

    private static @Nullable Duration distance(Instant now, Optional<Instant> moment) {
        return moment.map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO)
                .orElse(null);
    }

    @Override
    public List<ExecutionId> openExecutions(Collection<UUID> definitions, boolean parked, int limit) {
        Set<UUID> asked = Set.copyOf(definitions);
        return reader.read(tables -> tables.executions
                .rows()
                .filter(row -> !row.status.isTerminal() && asked.contains(row.definition.id()))
                .filter(row -> (row.parkedReason != null) == parked)
                .limit(limit)
                .map(row -> row.id)
                .toList());
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return reader.read(tables -> tables.read(contexts, StoredContext::keys));
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return reader.read(tables -> tables.read(contexts, StoredContext::written));
    }
}
