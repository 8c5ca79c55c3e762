package io.cloacina.jpa.internal;

import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people look at, from entities: pages of executions. */
record Listings(Statements reads) {

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
