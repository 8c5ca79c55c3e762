package io.cloacina.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit with the entities, made when somebody lists executions or reads a history for the first time. The
 * provider takes longer to read their classes and to learn its query language than a runner to do all its other work up
 * to the first result; and many a runner is never asked. Thread-safe.
 */
final class EntityUnit implements AutoCloseable {

    private final UnitPlan plan;
    private @Nullable EntityManagerFactory factory;
    private boolean closed;

    EntityUnit(UnitPlan plan) {
        this.plan = plan;
    }

    EntityManager open(Map<String, Object> route) {
        return factory().createEntityManager(route);
    }

    private synchronized EntityManagerFactory factory() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (factory == null) {
            factory = plan.forEntities();
        }
        return factory;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.close();
        }
    }
}
