package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.SqlVocabulary;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.jpa.JpaQuery;
import org.eclipse.persistence.sessions.server.ConnectionPolicy;

/**
 * The persistence unit of one open store, for statements: every statement is rendered and registered as a named query
 * once. It knows no entities; those have {@link EntityUnit a unit of their own}.
 */
final class PersistenceUnit implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final EntityUnit entities;
    private final StoreStatements statements;
    private final Map<Route, Map<String, Object>> routes = new EnumMap<>(Route.class);
    private final Set<StoreStatement> timed = EnumSet.noneOf(StoreStatement.class);

    private PersistenceUnit(EntityManagerFactory factory, EntityUnit entities, StoreStatements statements) {
        this.factory = factory;
        this.entities = entities;
        this.statements = statements;
        for (Route route : Route.values()) {
            routes.put(route, Map.of(EntityManagerProperties.CONNECTION_POLICY, new ConnectionPolicy(route.name())));
        }
    }

    static PersistenceUnit open(StoreDialect dialect, SchemaName schema, ConnectionLanes lanes) {
        UnitPlan plan = new UnitPlan(dialect.platform(), schema, lanes);
        PersistenceUnit unit = new PersistenceUnit(plan.forStatements(), new EntityUnit(plan), dialect.statements());
        unit.register(dialect.vocabulary(), schema);
        return unit;
    }

    private void register(SqlVocabulary vocabulary, SchemaName schema) {
        try (EntityManager manager = factory.createEntityManager()) {
            for (StoreStatement statement : StoreStatement.values()) {
                if (statements.has(statement)) {
                    register(manager, statement, statements.rendered(statement, vocabulary, schema));
                }
            }
        }
    }

    private void register(EntityManager manager, StoreStatement statement, String sql) {
        Query query = manager.createNativeQuery(sql);
        query.unwrap(JpaQuery.class).getDatabaseQuery().setCall(new ReadByPlace(sql, statement.columns()));
        factory.addNamedQuery(statement.name(), query);
        if (sql.contains(SqlVocabulary.RUNNER_TIME)) {
            timed.add(statement);
        }
    }

    /** An entity manager whose transaction takes its connection from that route. */
    EntityManager open(Route route) {
        return factory.createEntityManager(routes.get(route));
    }

    /** An entity manager that knows the entities, for reading. */
    EntityManager openEntities() {
        return entities.open(Objects.requireNonNull(routes.get(Route.READ)));
    }

    /** Whether the database has this statement. */
    boolean has(StoreStatement statement) {
        return statements.has(statement);
    }

    /** Whether the statement carries the runner's time. */
    boolean isTimed(StoreStatement statement) {
        return timed.contains(statement);
    }

    @Override
    public void close() {
        try (entities) {
            factory.close();
        }
    }
}
