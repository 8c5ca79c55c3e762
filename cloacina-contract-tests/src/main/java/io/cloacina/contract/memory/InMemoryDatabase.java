package io.cloacina.contract.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several {@link InMemoryStore}s share, as several processes share one database. Lives as long as it is referred to.
 * Thread-safe: one lock lets one transaction or query in at a time.
 */
public final class InMemoryDatabase {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Tables tables = new Tables();
    private final List<InMemoryWakeUps> listeners = new CopyOnWriteArrayList<>();

    /** An empty database. */
    public InMemoryDatabase() {}

    /**
     * Looks for rows that contradict each other, as the queries of {@code checks.sql} do.
     *
     * @throws AssertionError naming every invariant that is violated, with the rows
     */
    public void checkInvariants() {
        query(() -> {
            new InMemoryInvariants(tables).check();
            return "checked";
        });
    }

    Tables tables() {
        return tables;
    }

    List<InMemoryWakeUps> listeners() {
        return listeners;
    }

    /**
     * Runs one transaction alone; what it changed is taken back unless it returns.
     *
     * @param source the store that changes something, which needs not be told about it
     */
    <T extends @Nullable Object> T transaction(InMemoryWakeUps source, Supplier<T> work) {
        lockOnce();
        try {
            T result = work.get();
            publish(source);
            tables.commit();
            return result;
        } finally {
            tables.rollBack();
            lock.unlock();
        }
    }

    <T extends @Nullable Object> T query(Supplier<T> read) {
        lockOnce();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }

    private void publish(InMemoryWakeUps source) {
        if (tables.hasUncommittedChanges()) {
            listeners.stream().filter(other -> other != source).forEach(InMemoryWakeUps::committedElsewhere);
        }
    }

    /** A store with a pool of one connection would wait for itself here; this one says so. */
    private void lockOnce() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("the store is called from inside one of its own transactions: use the"
                    + " transaction that is given to the work, or call after it");
        }
        lock.lock();
    }
}
