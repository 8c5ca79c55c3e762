package io.cloacina.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of a server whose connection was lost to whoever had it. The server rolls back what was begun, as it does when a connection
 * is gone; but the session goes to the next who connects, for to make and to warm a new one takes longer than a test of one call.
 * What nobody takes is open until its database is dropped. Thread-safe.
 */
final class SpareSessions {

    private final Deque<Connection> spares = new ConcurrentLinkedDeque<>();

    /** One that nobody has, with nothing begun on it, and with the time-out that it had when it was new. */
    @Nullable
    Connection take() {
        return spares.poll();
    }

    /** Ends what was begun on it; {@code networkTimeout} is the one that it had when it was new, in milliseconds. */
    void add(Connection connection, int networkTimeout) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
        spares.add(connection);
    }
}
