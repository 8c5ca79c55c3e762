package io.cloacina.jpa.internal;

import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TimeSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/**
 * One JPA transaction per call: begun on a connection of its route, committed once or rolled back. Three outcomes, as the
 * port says: what is thrown before the commit leaves nothing; what the commit throws is unknown, unless the database is
 * known to have rolled back.
 */
final class Transactions {

    private static final String BEFORE_COMMIT = "store.before-commit";
    private static final String AFTER_COMMIT = "store.after-commit";

    private final PersistenceUnit unit;
    private final TimeSource time;
    private final FaultPoints faults;
    private final ErrorTranslation errors;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Transactions(PersistenceUnit unit, TimeSource time, FaultPoints faults, ErrorTranslation errors) {
        this.unit = unit;
        this.time = time;
        this.faults = faults;
        this.errors = errors;
    }

    void close() {
        closed = true;
    }

    /** Runs the work and commits it. */
    <T> T write(Route route, Function<Statements, T> work) {
        return inside(route, entities -> {
            EntityTransaction transaction = begin(entities);
            T result = work.apply(new Statements(entities, unit, time, errors));
            faults.reached(BEFORE_COMMIT);
            requireOpen();
            commit(transaction);
            faults.reached(AFTER_COMMIT);
            return result;
        });
    }

    /** Runs reads; nothing is committed. */
    <T> T read(Function<Statements, T> reads) {
        return inside(Route.READ, entities -> {
            begin(entities);
            return reads.apply(new Statements(entities, unit, time, errors));
        });
    }

    /** A second transaction of the same thread would wait for the first one's connection: it is refused instead. */
    private <T> T inside(Route route, Function<EntityManager, T> work) {
        requireOpen();
        if (!inside.add(Thread.currentThread())) {
            throw new IllegalStateException("the store is called from inside one of its own transactions: use the"
                    + " transaction that is given to the work, or call after it");
        }
        try {
            return withEntities(route, work);
        } finally {
            inside.remove(Thread.currentThread());
        }
    }

    private <T> T withEntities(Route route, Function<EntityManager, T> work) {
        EntityManager entities = unit.open(route);
        try {
            T result = work.apply(entities);
            release(entities);
            return result;
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure, entities);
            throw failure;
        }
    }

    /** The connection is taken now: a query of the provider would otherwise read on another one. */
    private EntityTransaction begin(EntityManager entities) {
        try {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            entities.unwrap(Connection.class);
            return transaction;
        } catch (PersistenceException | EclipseLinkException failure) {
            throw errors.failed("begin a transaction", failure);
        }
    }

    private void commit(EntityTransaction transaction) {
        try {
            transaction.commit();
        } catch (RuntimeException failure) {
            throw errors.commitFailed(failure);
        }
    }

    /** Ends what was only read. */
    private static void release(EntityManager entities) {
        try (entities) {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }
    }

    /** The first failure is the one that is told; a roll-back that fails too only means a lost connection. */
    private static void releaseAfter(Throwable failure, EntityManager entities) {
        try {
            release(entities);
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException.Unusable(
                    errors.database() + " could not be used: its store is closed. Open another one.", null);
        }
    }
}
