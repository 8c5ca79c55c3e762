package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.SqlVocabulary;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.jpa.StoreStatement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.server.ConnectionPolicy;

/**
 * The persistence unit of one open store: configured in code, so that no {@code persistence.xml} of the host application is
 * touched or needed. The shared cache is off, for other processes write too; nothing makes tables; parameters are never
 * logged. Every statement is rendered and registered as a named query once.
 */
final class PersistenceUnit implements AutoCloseable {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final EntityManagerFactory factory;
    private final Map<Route, Map<String, Object>> routes = new EnumMap<>(Route.class);
    private final Set<StoreStatement> timed = EnumSet.noneOf(StoreStatement.class);

    private PersistenceUnit(EntityManagerFactory factory) {
        this.factory = factory;
        for (Route route : Route.values()) {
            routes.put(route, Map.of(EntityManagerProperties.CONNECTION_POLICY, new ConnectionPolicy(route.name())));
        }
    }

    static PersistenceUnit open(StoreDialect dialect, SchemaName schema, ConnectionLanes lanes) {
        PersistenceUnit unit =
                new PersistenceUnit(configuration(dialect, schema, lanes).createEntityManagerFactory());
        unit.register(dialect, schema);
        return unit;
    }

    private static PersistenceConfiguration configuration(
            StoreDialect dialect, SchemaName schema, ConnectionLanes lanes) {
        String name = "cloacina-" + NUMBER.incrementAndGet();
        PersistenceConfiguration configuration = new PersistenceConfiguration(name)
                .provider(PersistenceProvider.class.getName())
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .property(PersistenceUnitProperties.NON_JTA_DATASOURCE, lanes.work())
                .property(PersistenceUnitProperties.CLASSLOADER, OwnClasses.LOADER)
                .property(PersistenceUnitProperties.SESSION_NAME, name)
                .property(PersistenceUnitProperties.SESSION_CUSTOMIZER, new SessionSetup(schema, lanes))
                .property(PersistenceUnitProperties.TARGET_DATABASE, dialect.platform());
        SessionSetup.PROPERTIES.forEach(configuration::property);
        SessionSetup.ENTITIES.forEach(configuration::managedClass);
        return configuration;
    }

    private void register(StoreDialect dialect, SchemaName schema) {
        try (EntityManager entities = factory.createEntityManager()) {
            for (StoreStatement statement : StoreStatement.values()) {
                String sql = dialect.statements().rendered(statement, dialect.vocabulary(), schema);
                factory.addNamedQuery(statement.name(), entities.createNativeQuery(sql));
                if (sql.contains(SqlVocabulary.RUNNER_TIME)) {
                    timed.add(statement);
                }
            }
        }
    }

    /** An entity manager whose transaction takes its connection from that route. */
    EntityManager open(Route route) {
        return factory.createEntityManager(routes.get(route));
    }

    /** Whether the statement carries the runner's time. */
    boolean isTimed(StoreStatement statement) {
        return timed.contains(statement);
    }

    @Override
    public void close() {
        factory.close();
    }
}
