package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.WakeUps;
import io.cloacina.ports.spi.StoreSettings;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of executions on Jakarta Persistence, for every database that has a {@link StoreDialect}. */
public final class JpaExecutionStore implements ExecutionStore {

    private static final Logger LOG = LoggerFactory.getLogger(JpaExecutionStore.class);

    private final StoreTraits traits;
    private final PersistenceUnit unit;
    private final Transactions transactions;
    private final ExecutionQueries queries;
    private final WakeUps wakeUps;
    private final List<? extends AutoCloseable> owned;
    private final ClaimFront front;
    private final AtomicBoolean closed = new AtomicBoolean();

    private JpaExecutionStore(
            StoreTraits traits,
            PersistenceUnit unit,
            Transactions transactions,
            WakeUps wakeUps,
            ClaimFront front,
            List<? extends AutoCloseable> owned) {
        this.traits = traits;
        this.unit = unit;
        this.transactions = transactions;
        this.queries = new JpaQueries(transactions, front);
        this.wakeUps = wakeUps;
        this.front = front;
        this.owned = owned;
    }

    /** See {@link io.cloacina.jpa.JpaStore#open}. */
    public static ExecutionStore open(
            String database,
            StoreDialect dialect,
            SchemaName schema,
            ConnectionLanes lanes,
            WakeUps wakeUps,
            StoreSettings settings) {
        ErrorTranslation errors = new ErrorTranslation(database, dialect.errors());
        try {
            PersistenceUnit unit = PersistenceUnit.open(dialect, schema, lanes);
            Transactions transactions = new Transactions(unit, settings.time(), settings.faults(), errors);
            return new JpaExecutionStore(
                    dialect.traits(), unit, transactions, wakeUps, new ClaimFront(settings.time()), lanes.owned());
        } catch (RuntimeException failure) {
            lanes.owned().forEach(JpaExecutionStore::closeQuietly);
            throw errors.failed("open its persistence unit", failure);
        }
    }

    @Override
    public StoreTraits traits() {
        return traits;
    }

    @Override
    public void define(Collection<StoredDefinition> definitions) {
        if (!definitions.isEmpty()) {
            transactions.write(Route.WORK, statements -> {
                new Definitions(statements).define(definitions);
                return definitions;
            });
        }
    }

    @Override
    public <T> T transact(ExecutionStore.Lane lane, TransactionWork<T> work) {
        Objects.requireNonNull(work, "work");
        return transactions.write(Route.of(lane), statements -> {
            JpaStoreTransaction transaction = new JpaStoreTransaction(statements, front);
            try {
                T result = work.in(transaction);
                transaction.requireUnbroken();
                return result;
            } finally {
                transaction.end();
            }
        });
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
        if (closed.compareAndSet(false, true)) {
            transactions.close();
            closeQuietly(unit);
            owned.forEach(JpaExecutionStore::closeQuietly);
        }
    }

    /** Closing goes on after a failure: what is left open would be worse. */
    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception failure) {
            LOG.debug("closing {} failed", closeable.getClass().getSimpleName(), failure);
        }
    }
}
