package io.cloacina.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Notifications between two processes, on a connection of their own. */
record Bell(Connection connection) implements AutoCloseable {

    private static final int FOREVER = 0;

    /** Hears what is rung on the channel from now on. */
    static Bell listeningTo(String channel, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
        return new Bell(connection);
    }

    /** A transaction of its own: a notification takes a lock of the whole database at commit. */
    void ring(String channel) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, '')")) {
            statement.setString(1, channel);
            statement.execute();
        }
    }

    void await() throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(FOREVER);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
