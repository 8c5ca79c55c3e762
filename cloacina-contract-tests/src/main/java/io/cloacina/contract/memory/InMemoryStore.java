package io.cloacina.contract.memory;

import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.WakeUps;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

/**
 * The reference store: exactly what the ports say, in memory, one transaction at a time. Any number of stores may be
 * opened on one {@link InMemoryDatabase}, as processes are on one file. Made for tests and simulation: it is lost with the
 * process, and it is strict about its caller, so that the engine's own mistakes show.
 *
 * <p>What the ports ask of the engine, this store checks, and throws {@link IllegalStateException}: {@code lock} comes
 * first and names every execution that is changed, {@code record} comes last, nothing is used after its transaction.
 *
 * <p>The points named {@link #BEFORE_COMMIT} and {@link #AFTER_COMMIT} are reached around every commit; what a test throws
 * at the first rolls back, what it throws at the second finds everything stored. Thread-safe.
 */
public final class InMemoryStore implements ExecutionStore {

    /** Reached when the work of a transaction has returned and nothing is committed yet. */
    public static final String BEFORE_COMMIT = "store.before-commit";

    /** Reached when a transaction is committed and its caller does not know yet. */
    public static final String AFTER_COMMIT = "store.after-commit";

    private final InMemoryDatabase database;
    private final StoreClock clock;
    private final FaultPoints faults;
    private final InMemoryWakeUps wakeUps;
    private final InMemoryQueries queries;
    private volatile boolean closed;

    private InMemoryStore(
            InMemoryDatabase database, TimeSource time, StoreTraits.WakeUpKind wakeUpKind, FaultPoints faults) {
        this.database = Objects.requireNonNull(database, "database");
        this.clock = new StoreClock(Objects.requireNonNull(time, "time"));
        this.faults = Objects.requireNonNull(faults, "faults");
        this.wakeUps = new InMemoryWakeUps(database, wakeUpKind);
        this.queries = new InMemoryQueries(this::query, clock);
    }

    /** Opens a store whose owner polls, without fault points. */
    public static InMemoryStore open(InMemoryDatabase database, TimeSource time) {
        return open(database, time, StoreTraits.WakeUpKind.POLL, FaultPoints.NONE);
    }

    /**
     * Opens a store.
     *
     * @param wakeUpKind whether announcements of other stores call back
     * @param faults where tests interfere
     */
    public static InMemoryStore open(
            InMemoryDatabase database, TimeSource time, StoreTraits.WakeUpKind wakeUpKind, FaultPoints faults) {
        return new InMemoryStore(database, time, wakeUpKind, faults);
    }

    @Override
    public StoreTraits traits() {
        return new StoreTraits(
                "in-memory",
                Duration.ofNanos(1_000),
                1,
                StoreTraits.ClockSource.RUNNER,
                wakeUps.kind(),
                StoreTraits.Durability.NONE,
                StoreTraits.Sharing.PRIVATE);
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        transactional(tables -> {
            new Definitions(tables).define(definitions);
            return "defined";
        });
    }

    @Override
    public <T> T transact(Lane lane, TransactionWork<T> work) {
        Objects.requireNonNull(lane, "lane");
        return transactional(tables -> inside(new InMemoryTransaction(tables, clock), work));
    }

    @Override
    public ExecutionQueries queries() {
        return queries;
    }

    @Override
    public WakeUps wakeUps() {
        return wakeUps;
    }

    @Override
    public void close() {
        closed = true;
        wakeUps.close();
    }

    private <T> T transactional(TransactionBody<T> body) {
        requireOpen();
        T result = database.transaction(wakeUps, () -> {
            T done = body.in(database.tables());
            faults.reached(BEFORE_COMMIT);
            requireOpen();
            return done;
        });
        faults.reached(AFTER_COMMIT);
        return result;
    }

    private static <T> T inside(InMemoryTransaction transaction, TransactionWork<T> work) {
        try {
            T result = work.in(transaction);
            transaction.requireUnbroken();
            return result;
        } finally {
            transaction.end();
        }
    }

    private <T> T query(TransactionBody<T> body) {
        requireOpen();
        return database.query(() -> body.in(database.tables()));
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException.Unusable("the in-memory store is closed: open another one", null);
        }
    }

    /** What is done with the tables while nobody else does anything. */
    @FunctionalInterface
    interface TransactionBody<T> {
        T in(Tables tables);
    }

    /** How queries reach the tables. */
    @FunctionalInterface
    interface Reader {
        <T> T read(TransactionBody<T> body);
    }
}
