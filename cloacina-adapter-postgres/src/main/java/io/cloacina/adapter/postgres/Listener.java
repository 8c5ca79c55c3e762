package io.cloacina.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes announce, on a connection of its own outside the pool. A connection that breaks is replaced, with
 * growing pauses. After each start the store announces something itself: if its own words do not come back, a pooler
 * swallows them, which is said once.
 */
final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStoreProvider.class);
    private static final Duration ECHO = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Executor HERE = Runnable::run;

    private final String runner;
    private final String schema;
    private final DataSource source;
    private final Runnable echo;
    private final Runnable callback;
    private final BackgroundLoop loop;
    private volatile @Nullable Connection current;
    private volatile int process;
    private Duration pause = FIRST_PAUSE;
    private boolean warned;

    /**
     * Makes a listener that hears nothing yet.
     *
     * @param echo announces something by way of the pool
     * @param callback called for every announcement of others, and after every start, since some may have been missed
     */
    Listener(String runner, SchemaName schema, DataSource source, Runnable echo, Runnable callback) {
        this.runner = runner;
        this.schema = schema.value();
        this.source = source;
        this.echo = echo;
        this.callback = callback;
        this.loop = new BackgroundLoop(runner + "-listener", this::listenUntilBroken);
    }

    void start() {
        loop.start();
    }

    /** The server process that listens for this store, or 0. */
    int process() {
        return process;
    }

    @Override
    public void close() {
        Connection connection = current;
        loop.closeBy(() -> abort(connection));
    }

    private void listenUntilBroken() throws InterruptedException {
        try (Connection connection = source.getConnection()) {
            current = connection;
            listen(connection);
        } catch (SQLException e) {
            LOG.debug("{}: the connection that listens was lost", runner, e);
        } finally {
            current = null;
            process = 0;
        }
        loop.pause(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
