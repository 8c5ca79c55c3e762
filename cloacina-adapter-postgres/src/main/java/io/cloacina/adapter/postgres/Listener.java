package io.cloacina.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
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
    Listener(String runner, String schema, DataSource source, Runnable echo, Runnable callback) {
        this.runner = runner;
        this.schema = schema;
        this.source = source;
        this.echo = echo;
        this.callback = callback;
        this.loop = new BackgroundLoop(runner + "-announcements", this::listenUntilBroken);
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
        loop.close(this::abort);
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
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void listen(Connection connection) throws SQLException {
        process = begin(connection);
        pause = FIRST_PAUSE;
        if (!loop.isClosed()) {
            callback.run();
            echo.run();
            warnIfSwallowed(hears(connection, ECHO));
        }
        while (!loop.isClosed()) {
            if (!hears(connection, SILENCE)) {
                ask(connection, "select 1");
            }
        }
    }

    private int begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Announcement.CHANNEL);
        }
        return ask(connection, "select pg_backend_pid()");
    }

    /** Silence does not tell that the other side is still there; an answer does. */
    private int ask(Connection connection, String question) throws SQLException {
        connection.setNetworkTimeout(HERE, (int) ECHO.toMillis());
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private boolean hears(Connection connection, Duration patience) throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) patience.toMillis());
        if (heard == null || heard.length == 0) {
            return false;
        }
        String own = new Announcement(schema, process).payload();
        if (Arrays.stream(heard).map(PGNotification::getParameter).anyMatch(p -> isOfAnother(p, own))) {
            callback.run();
        }
        return true;
    }

    private boolean isOfAnother(String payload, String own) {
        return payload.startsWith(schema + " ") && !payload.equals(own);
    }

    private void warnIfSwallowed(boolean heard) {
        if (!heard && !warned && !loop.isClosed()) {
            warned = true;
            LOG.warn(
                    "{}: announcements do not come back: a pooler in transaction mode swallows them. Work of other processes "
                            + "is found by polling; name the server itself with directHost and directPort, or set listen=off",
                    runner);
        }
    }

    private void abort() {
        Connection connection = current;
        if (connection == null) {
            return;
        }
        try {
            connection.abort(HERE);
        } catch (SQLException e) {
            LOG.debug("{}: the connection that listens was lost already", runner, e);
        }
    }
}
