package io.cloacina.jpa.internal;

import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TimeSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One JPA transaction per call: begun on a connection of its route, committed once or rolled back. Three outcomes, as the
 * port says: what is thrown before the commit leaves nothing; what the commit throws is unknown, unless the database is
 * known to have rolled back.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final String BEFORE_COMMIT = "store.before-commit";
    private static final String AFTER_COMMIT = "store.after-commit";
    private static final long CLOSING_PATIENCE_SECONDS = 5;

    private final PersistenceUnit unit;
    private final TimeSource time;
    private final FaultPoints faults;
    private final ErrorTranslation errors;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private final Phaser underWay = new Phaser(1);
    private volatile boolean closed;

    Transactions(PersistenceUnit unit, TimeSource time, FaultPoints faults, ErrorTranslation errors) {
        this.unit = unit;
        this.time = time;
        this.faults = faults;
        this.errors = errors;
    }

    /** Lets nobody begin any more, and waits a bounded time for who is under way: his connection is still his. */
    void close() {
        closed = true;
        int others = underWay.arriveAndDeregister();
        if (!inside.contains(Thread.currentThread())) {
            awaitThose(others);
        }
    }

    private void awaitThose(int others) {
        try {
            underWay.awaitAdvanceInterruptibly(others, CLOSING_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            LOG.debug("{}: closed under {} calls", errors.database(), underWay.getRegisteredParties(), stuck);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the work and commits it. */
    <T> T write(Route route, Function<Statements, T> work) {
        return inside(() -> unit.open(route), Borrowed::begin, borrowed -> {
            T result = work.apply(statements(borrowed));
            faults.reached(BEFORE_COMMIT);
            requireOpen();
            borrowed.commit(errors);
            faults.reached(AFTER_COMMIT);
            return result;
        });
    }

    /** Runs reads, each statement on what is committed when it begins; nothing is committed. */
    <T> T read(Function<Statements, T> reads) {
        return read(() -> unit.open(Route.READ), reads);
    }

    /** The same for queries on entities. */
    <T> T list(Function<Statements, T> reads) {
        return read(this::openEntities, reads);
    }

    private <T> T read(Supplier<EntityManager> manager, Function<Statements, T> reads) {
        return inside(manager, Borrowed::beginReading, borrowed -> reads.apply(statements(borrowed)));
    }

    private EntityManager openEntities() {
        try {
            return unit.openEntities();
        } catch (PersistenceException | EclipseLinkException | IllegalStateException failure) {
            requireOpen();
            throw errors.failed("open its persistence unit for entities", failure);
        }
    }

    private Statements statements(Borrowed borrowed) {
        return new Statements(borrowed.entities(), unit, time, errors);
    }

    /** A second transaction of the same thread would wait for the first one's connection: it is refused instead. */
    private <T> T inside(
            Supplier<EntityManager> manager, BiConsumer<Borrowed, ErrorTranslation> begin, Function<Borrowed, T> work) {
        requireOpen();
        if (!inside.add(Thread.currentThread())) {
            throw new IllegalStateException("the store is called from inside one of its own transactions: use the"
                    + " transaction that is given to the work, or call after it");
        }
        underWay.register();
        try {
            requireOpen(); // again: from here on a close waits
            return begun(new Borrowed(manager.get()), begin, work);
        } catch (RuntimeException failure) {
            throw overtaken(failure);
        } finally {
            underWay.arriveAndDeregister();
            inside.remove(Thread.currentThread());
        }
    }

    /** What a call sees that a close did not wait for to its end is the close, whatever the parts of the store say of it. */
    private RuntimeException overtaken(RuntimeException failure) {
        return closed && !(failure instanceof StoreException) ? closed(failure) : failure;
    }

    private <T> T begun(Borrowed borrowed, BiConsumer<Borrowed, ErrorTranslation> begin, Function<Borrowed, T> work) {
        T result;
        try {
            begin.accept(borrowed, errors);
            result = work.apply(borrowed);
        } catch (RuntimeException | Error failure) {
            giveBackAfter(failure, borrowed);
            throw failure;
        }
        giveBackAfterSuccess(borrowed);
        return result;
    }

    /** What was committed stays so: a connection that cannot be given back in order is the pool's affair. */
    private void giveBackAfterSuccess(Borrowed borrowed) {
        try {
            borrowed.giveBack(errors);
        } catch (RuntimeException failure) {
            LOG.debug("{}: a connection could not be given back", errors.database(), failure);
        }
    }

    /** The first failure is the one that is told; a roll-back that fails too only means a lost connection. */
    private void giveBackAfter(Throwable failure, Borrowed borrowed) {
        try {
            borrowed.giveBack(errors);
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw closed(null);
        }
    }

    private StoreException closed(@Nullable Throwable cause) {
        return new StoreException.Unusable(
                errors.database() + " could not be used: its store is closed. Open another one.", cause);
    }
}
