package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.SchemaName;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * How the persistence units of one store are made: configured in code, so that no {@code persistence.xml} of the host
 * application is touched or needed. The shared cache is off, for other processes write too; nothing makes tables;
 * parameters are never logged.
 *
 * @param platform the class by which EclipseLink knows the database
 */
record UnitPlan(String platform, SchemaName schema, ConnectionLanes lanes) {

    private static final AtomicLong NUMBER = new AtomicLong();

    EntityManagerFactory forStatements() {
        return configuration(lanes.work(), EnumSet.allOf(Route.class)).createEntityManagerFactory();
    }

    /** Reads only, from no other connections than those for reading: it waits for no writer and for no heartbeat. */
    EntityManagerFactory forEntities() {
        return configuration(lanes.read(), EnumSet.of(Route.READ))
                .managedClass(ExecutionEntity.class)
                .managedClass(DefinitionEntity.class)
                .createEntityManagerFactory();
    }

    private PersistenceConfiguration configuration(DataSource source, Set<Route> routes) {
        String name = "cloacina-" + NUMBER.incrementAndGet();
        PersistenceConfiguration configuration = new PersistenceConfiguration(name)
                .provider(PersistenceProvider.class.getName())
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .property(PersistenceUnitProperties.NON_JTA_DATASOURCE, source)
                .property(PersistenceUnitProperties.CLASSLOADER, OwnClasses.LOADER)
                .property(PersistenceUnitProperties.SESSION_NAME, name)
                .property(PersistenceUnitProperties.SESSION_CUSTOMIZER, new SessionSetup(schema, lanes, routes))
                .property(PersistenceUnitProperties.TARGET_DATABASE, platform);
        SessionSetup.PROPERTIES.forEach(configuration::property);
        return configuration;
    }
}
