package io.cloacina.adapter.sqlite;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Opens executions in a SQLite file, or in memory. Understands {@code orders.db?mode=rwc&_journal_mode=WAL}, plain paths,
 * {@code sqlite://…}, {@code file:…}, {@code jdbc:sqlite:…} and {@code :memory:}. Thread-safe.
 */
public final class SqliteStoreProvider implements StoreProvider {

    private final UnaryOperator<DataSource> road;

    /** Does nothing. */
    public SqliteStoreProvider() {
        this(UnaryOperator.identity());
    }

    /** For tests that stand between pools and driver. */
    SqliteStoreProvider(UnaryOperator<DataSource> road) {
        this.road = road;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean accepts(StoreUrl url) {
        return SqliteUrl.accepts(url);
    }

    @Override
    public ExecutionStore open(StoreUrl url, StoreSettings settings) {
        return new SqliteOpening(SqliteUrl.parse(url), settings, road).open();
    }

    /** A file that nobody has open gets no file beside it; one in memory belongs to its store alone, and is refused. */
    @Override
    public Verification verify(StoreUrl url, StoreSettings settings, int rows) {
        return SqliteVerification.of(SqliteUrl.parse(url), settings).run(rows);
    }
}
