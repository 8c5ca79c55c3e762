package io.cloacina.adapter.sqlite;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of work to the writer connection. No record: EclipseLink asks for its hash code, and the JVM takes
 * longer to make that of a record up than to open a connection.
 */
final class WriterLane implements ConnectionSource {

    private final DataSource pool;
    private final Turns turns;
    private final boolean isUrgent;

    /**
     * @param pool the pool of one
     * @param turns who is next; shared by all lanes of the pool
     * @param isUrgent whether this lane goes first
     */
    WriterLane(DataSource pool, Turns turns, boolean isUrgent) {
        this.pool = pool;
        this.turns = turns;
        this.isUrgent = isUrgent;
    }

    @Override
    public Connection getConnection() throws SQLException {
        turns.take(isUrgent);
        return borrow();
    }

    /** The connection if nobody has it; otherwise null, without waiting. */
    @Nullable
    Connection getConnectionIfFree() throws SQLException {
        return turns.takeIfFree() ? borrow() : null;
    }

    /** Whoever had the connection before may have met an error of the JVM, and could not even roll back. */
    private Connection borrow() throws SQLException {
        Connection held = held();
        try {
            held.rollback();
            return held;
        } catch (SQLException | RuntimeException | Error failure) {
            try (held) {
                throw failure;
            }
        }
    }

    private Connection held() throws SQLException {
        try {
            return new Held(pool.getConnection(), turns).as(Connection.class);
        } catch (SQLException | RuntimeException | Error failure) {
            turns.end();
            throw failure;
        }
    }

    /** A connection that ends its turn when it is closed. */
    private static final class Held implements Delegation {

        private final Connection connection;
        private final Turns turns;
        private boolean closed;

        Held(Connection connection, Turns turns) {
            this.connection = connection;
            this.turns = turns;
        }

        @Override
        public Object target() {
            return connection;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    close();
                    return null;
                }
                case "isClosed" -> {
                    return closed; // a broken one has its turn still
                }
                default -> {
                    return pass(method, arguments);
                }
            }
        }

        private void close() throws SQLException {
            if (!closed) {
                closed = true;
                try {
                    connection.close();
                } finally {
                    turns.end();
                }
            }
        }
    }
}
