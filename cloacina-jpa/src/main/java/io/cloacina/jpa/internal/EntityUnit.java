package io.cloacina.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit with the entities, made when somebody lists executions for the first time. The
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

    /** The first one brings the unit up. One that did not come up is thrown away: the provider would fail for ever after. */
    synchronized EntityManager open(Map<String, Object> route) {
        boolean opened = false;
        try {
            EntityManager manager = factory().createEntityManager(route);
            opened = true;
            return manager;
        } finally {
            if (!opened) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        EntityManagerFactory broken = factory;
        factory = null;
        if (broken != null) {
            broken.close();
        }
    }

    private EntityManagerFactory factory() {
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
        giveUp();
    }
}
