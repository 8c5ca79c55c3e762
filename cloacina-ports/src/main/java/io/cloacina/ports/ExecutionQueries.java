package io.cloacina.ports;

import io.cloacina.domain.execution.ExecutionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads outside any write transaction. Each call sees one committed snapshot, at least as new as every transaction that
 * returned in this process before the call. Thread-safe; throws {@link StoreException} as {@link
 * ExecutionStore#transact} does, but never {@link StoreException.OutcomeUnknown}.
 *
 * <p>A method that reads a word which this version does not know, for a status, an ending or a kind of event, throws {@link
 * StoreException.Unreadable} and returns nothing of what it read besides.
 */
public interface ExecutionQueries extends ContextReads {

    /**
     * The executions of these ids, in id order; those that do not exist are left out.
     *
     * @throws StoreException.Unreadable if one of them has a row that cannot be read
     */
    List<ExecutionRecord> find(Collection<ExecutionId> ids);

    /** The execution of that id. */
    default Optional<ExecutionRecord> find(ExecutionId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /**
     * Executions that pass the filter, newest first (by id), at most {@code filter.limit()}. A filter by status goes around
     * a row whose status cannot be read: it has none of those that are asked for.
     *
     * @throws StoreException.Unreadable if one of them has a row that cannot be read
     */
    List<ExecutionRecord> list(ExecutionFilter filter);

    /**
     * The tasks of an execution by ordinal; empty when there is no such execution.
     *
     * @throws StoreException.Unreadable if the row of one of them cannot be read
     */
    List<TaskRecord> tasks(ExecutionId id);

    /**
     * An execution and its tasks: what every result is made of. A store that reads both at once saves whoever waits a trip.
     * This default reads them one after the other; that is enough for what is terminal, which changes no more.
     *
     * @throws StoreException.Unreadable if the row of the execution or of a task cannot be read
     */
    default Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
        return find(id).map(execution -> new ExecutionWithTasks(execution, tasks(id)));
    }

    /**
     * The history of an execution in order.
     *
     * @param after the sequence number after which to begin; 0 for the start
     * @param limit the most that are returned
     * @throws StoreException.Unreadable if one of them is of a kind that this version does not know
     */
    List<RecordedEvent> history(ExecutionId id, long after, int limit);

    /** The ids of all stored definitions of these workflows, every version. */
    Set<UUID> definitionIds(Collection<String> workflowNames);

    /** The definition of that id. */
    Optional<StoredDefinition> definition(UUID id);

    /** Claims whose lease has expired, longest first. */
    List<ExpiredClaim> expiredClaims(int limit);

    /** Executions whose time-out has passed and that are not yet ending, longest first. */
    List<ExecutionId> overdueExecutions(int limit);

    /** What there is to do now and next, for these definitions; costs one statement. */
    Agenda agenda(Collection<UUID> definitions);

    /**
     * Executions of these definitions that are not terminal and are parked, or not parked.
     *
     * @param parked which of the two
     */
    List<ExecutionId> openExecutions(Collection<UUID> definitions, boolean parked, int limit);
}
