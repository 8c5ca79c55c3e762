package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.TaskRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What people look at, from entities: single executions, pages of them, tasks, history. */
record Listings(Statements reads) {

    /** An {@code in} list takes one parameter per element; both databases take more than this. */
    private static final int IDS_AT_ONCE = 1_000;

    List<ExecutionRecord> find(Collection<ExecutionId> ids) {
        List<UUID> sorted =
                ids.stream().distinct().sorted().map(ExecutionId::value).toList();
        List<ExecutionRecord> found = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += IDS_AT_ONCE) {
            found.addAll(findSome(sorted.subList(from, Math.min(from + IDS_AT_ONCE, sorted.size()))));
        }
        return found;
    }

    private List<ExecutionRecord> findSome(List<UUID> ids) {
        return reads.query(
                "find executions",
                entities -> (ids.size() == 1 ? one(entities, ids.get(0)) : some(entities, ids))
                        .getResultStream()
                        .map(pair -> ((ExecutionEntity) pair[0]).toRecord((DefinitionEntity) pair[1]))
                        .toList());
    }

    /** Prepared once; the provider prepares a query with a list of parameters each time. */
    private static TypedQuery<Object[]> one(EntityManager entities, UUID id) {
        return entities.createQuery("""
                select e, d
                from Execution e, Definition d
                where d.id = e.definition
                    and e.id = :id""", Object[].class).setParameter("id", id);
    }

    private static TypedQuery<Object[]> some(EntityManager entities, List<UUID> ids) {
        return entities.createQuery("""
                select e, d
                from Execution e, Definition d
                where d.id = e.definition
                    and e.id in :ids
                order by e.id""", Object[].class).setParameter("ids", ids);
    }

    List<TaskRecord> tasks(ExecutionId id) {
        return reads.query(
                "list tasks",
                entities -> entities.createQuery("""
                        select t, d.name
                        from Task t, DefinedTask d
                        where d.definition = t.definition
                            and d.ordinal = t.ordinal
                            and t.execution = :id
                        order by t.ordinal""", Object[].class)
                        .setParameter("id", id.value())
                        .getResultStream()
                        .map(pair -> ((TaskEntity) pair[0]).toRecord((String) pair[1]))
                        .toList());
    }

    List<RecordedEvent> history(ExecutionId id, long after, int limit) {
        return reads.query(
                "read a history",
                entities -> entities.createQuery("""
                        select e
                        from Event e
                        where e.execution = :id
                            and e.sequence > :after
                        order by e.sequence""", EventEntity.class)
                        .setParameter("id", id.value())
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultStream()
                        .map(EventEntity::toRecord)
                        .toList());
    }

    List<ExecutionRecord> list(ExecutionFilter filter) {
        return reads.query(
                "list executions",
                entities -> page(entities, filter)
                        .setMaxResults(filter.limit())
                        .getResultStream()
                        .map(pair -> pair.get(0, ExecutionEntity.class).toRecord(pair.get(1, DefinitionEntity.class)))
                        .toList());
    }

    private static TypedQuery<Tuple> page(EntityManager entities, ExecutionFilter filter) {
        CriteriaBuilder criteria = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = criteria.createTupleQuery();
        Root<ExecutionEntity> execution = query.from(ExecutionEntity.class);
        Root<DefinitionEntity> definition = query.from(DefinitionEntity.class);
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(criteria.equal(definition.get("id"), execution.get("definition")));
        if (filter.workflow() != null) {
            conditions.add(criteria.equal(definition.get("name"), filter.workflow()));
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(execution
                    .get("status")
                    .in(filter.statuses().stream().map(Enum::name).toList()));
        }
        if (filter.before() != null) {
            conditions.add(
                    criteria.lessThan(execution.<UUID>get("id"), filter.before().value()));
        }
        query.select(criteria.tuple(execution, definition))
                .where(conditions.toArray(Predicate[]::new))
                .orderBy(criteria.desc(execution.get("id")));
        return entities.createQuery(query);
    }
}
