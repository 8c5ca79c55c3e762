package io.cloacina.adapter.sqlite;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection's statements prepared, the least recently used ones apart: the driver has no such cache, and preparing
 * takes as long as running. A statement is out while it is in use, and comes back, reset, when it is closed. Not
 * thread-safe, as its connection.
 */
final class PreparedStatements {

    /** What is bound and longer is not kept with an idle statement. */
    private static final int LONG = 16 << 10;

    /** A little more than the store's statements and the queries on entities. */
    private static final int MOST = 64;

    private final Connection driver;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    PreparedStatements(Connection driver) {
        this.driver = driver;
    }

    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? driver.prepareStatement(sql) : kept;
        return new Lent(sql, statement).as(PreparedStatement.class);
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.setMaxRows(0);
        PreparedStatement twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            Map.Entry<String, PreparedStatement> oldest =
                    idle.entrySet().iterator().next();
            idle.remove(oldest.getKey());
            oldest.getValue().close();
        }
    }

    void close() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        idle.clear();
    }

    /** A statement in use. One that has failed is not kept. */
    private final class Lent implements Delegation {

        private final String sql;
        private final PreparedStatement statement;
        private @Nullable ResultSet open;
        private boolean holdsLong;
        private boolean failed;
        private boolean closed;

        Lent(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public Object target() {
            return statement;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    close();
                    return null;
                }
                case "isClosed" -> {
                    return closed;
                }
                default -> {
                    return remember(call(method, arguments));
                }
            }
        }

        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (closed) {
                throw new SQLException("the statement is closed");
            }
            holdsLong |= arguments != null && arguments.length == 2 && isLong(arguments[1]);
            try {
                return pass(method, arguments);
            } catch (SQLException failure) {
                failed = true;
                throw failure;
            }
        }

        private boolean isLong(@Nullable Object argument) {
            return argument instanceof CharSequence text && text.length() > LONG;
        }

        private @Nullable Object remember(@Nullable Object result) {
            if (result instanceof ResultSet rows) {
                open = rows;
            }
            return result;
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (failed) {
                statement.close();
                return;
            }
            if (open != null) {
                open.close();
            }
            if (holdsLong) {
                statement.clearParameters(); // seldom: it makes SQLite prepare the statement again, which takes long
            }
            giveBack(sql, statement);
        }
    }
}
