package io.cloacina.adapter.sqlite;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that only knows how to make a connection. */
@FunctionalInterface
interface ConnectionSource extends DataSource {

    @Override
    Connection getConnection() throws SQLException;

    @Override
    default Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("SQLite has no users");
    }

    @Override
    default @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    default void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("nothing is logged here");
    }

    /** So many seconds the pool waits, when it closes, for its own helper thread; with 0 it warns at every close. */
    @Override
    default int getLoginTimeout() {
        return 1;
    }

    @Override
    default void setLoginTimeout(int seconds) {
        // Opening a file takes no time that could run out; the pool sets this on every source.
    }

    @Override
    default Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is logged here");
    }

    @Override
    default <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("no " + type.getName() + " is wrapped here");
    }

    @Override
    default boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
