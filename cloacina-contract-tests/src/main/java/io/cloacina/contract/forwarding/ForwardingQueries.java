package io.cloacina.contract.forwarding;

import io.cloacina.domain.execution.ExecutionId;
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

/** Queries that answer what others answer; a test changes one by overriding it. */
public class ForwardingQueries implements ExecutionQueries {

    /** The one behind. */
    protected final ExecutionQueries good;

    protected ForwardingQueries(ExecutionQueries good) {
        this.good = good;
    }

    @Override
    public List<ExecutionRecord> find(Collection<ExecutionId> ids) {
        return good.find(ids);
    }

    @Override
    public List<ExecutionRecord> list(ExecutionFilter filter) {
        return good.list(filter);
    }

    @Override
    public List<TaskRecord> tasks(ExecutionId id) {
        return good.tasks(id);
    }

    @Override
    public Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
        return good.findWithTasks(id);
    }

    @Override
    public List<RecordedEvent> history(ExecutionId id, long after, int limit) {
        return good.history(id, after, limit);
    }

    @Override
    public Set<UUID> definitionIds(Collection<String> workflowNames) {
        return good.definitionIds(workflowNames);
    }

    @Override
    public Optional<StoredDefinition> definition(UUID id) {
        return good.definition(id);
    }

    @Override
    public List<ExpiredClaim> expiredClaims(int limit) {
        return good.expiredClaims(limit);
    }

    @Override
    public List<ExecutionId> overdueExecutions(int limit) {
        return good.overdueExecutions(limit);
    }

    @Override
    public Agenda agenda(Collection<UUID> definitions) {
        return good.agenda(definitions);
    }

    @Override
    public List<ExecutionId> openExecutions(Collection<UUID> definitions, boolean parked, int limit) {
        return good.openExecutions(definitions, parked, limit);
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return good.contextKeys(contexts);
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return good.contextValues(contexts);
    }
}
