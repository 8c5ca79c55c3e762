package io.cloacina.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Notifications between two processes, on a connection of their own. */
record Bell(Connection connection) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Hears what is rung on the channel from now on. The connection is closed when it cannot. */
    static Bell listeningTo(String channel, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            return new Bell(connection);
        } catch (SQLException failure) {
            try (connection) {
                throw failure;
            }
        }
    }

    /** A transaction of its own: a notification takes a lock of the whole database at commit. */
    void ring(String channel) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, '')")) {
            statement.setString(1, channel);
            statement.execute();
        }
    }

    /** Returns when it rings. */
    void await() throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
        if (heard == null || heard.length == 0) {
            throw new IllegalStateException("nobody rang for " + PATIENCE);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
