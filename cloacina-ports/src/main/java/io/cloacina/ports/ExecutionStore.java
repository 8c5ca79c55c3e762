package io.cloacina.ports;

import java.util.Collection;

/**
 * The durable state of all executions in one database. An adapter implements it; the engine is its only caller.
 *
 * <p>The adapter translates and decides nothing: which task becomes ready, what is retried, when an execution is over is
 * decided by the domain, and the order of the moments inside a transaction by the engine.
 *
 * <p>Thread-safe: any number of threads may call at once. A call that finds no free connection waits a bounded time and
 * then throws {@link StoreException.OutOfRoom}. Every method takes sets and costs a constant number of statements per
 * call, whatever their size (chunked under the database's limits).
 */
public interface ExecutionStore extends AutoCloseable {

    /** What this store can do, as values. Constant over the life of the store. */
    StoreTraits traits();

    /**
     * Stores definitions that are not there yet; a definition already stored under the same id is left alone. One
     * transaction, committed on return. Any number of processes may call at once with the same definitions.
     *
     * @throws StoreException as {@link #transact} does; {@link StoreException.Refused} if another definition has the
     *     same name and version
     */
    void define(Collection<StoredDefinition> definitions);

    /**
     * Runs {@code work} in one short transaction and commits it. When this method returns, everything the work wrote is
     * durable; when it throws anything but {@link StoreException.OutcomeUnknown}, nothing of it is there.
     *
     * <p>The work runs at most once per call; the adapter retries nothing. What the work throws comes out as it is. When
     * a method of the transaction has thrown and the work returns all the same, that exception is thrown again here. The
     * work must not keep the transaction object, must not call the store in any other way, and must not run user code.
     *
     * @param lane which connection may be used; see {@link Lane}
     * @throws StoreException when the database refused or was lost; the kind says what to do about it
     */
    <T> T transact(Lane lane, TransactionWork<T> work);

    /** Reads outside any write transaction, each on a committed snapshot. */
    ExecutionQueries queries();

    /** How this process hears of work that other processes left. */
    WakeUps wakeUps();

    /**
     * Gives back every connection, file and thread. Idempotent. Every call after it throws {@link StoreException.Unusable};
     * one that is under way comes to its end, or throws a {@link StoreException} too.
     */
    @Override
    void close();

    /** The connections a transaction may use. Work never waits behind heartbeats, nor heartbeats behind work. */
    enum Lane {
        /** State changes of executions. */
        WORK,
        /** Extension of leases: a connection of its own, or, with a single writer, the very next turn. */
        HEARTBEAT
    }

    /** What happens inside one transaction. */
    @FunctionalInterface
    interface TransactionWork<T> {
        T in(StoreTransaction transaction);
    }
}
