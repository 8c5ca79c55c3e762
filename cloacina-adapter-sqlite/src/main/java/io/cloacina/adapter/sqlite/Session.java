package io.cloacina.adapter.sqlite;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the driver, with transactions of our own. The driver's are unfit: after every commit it begins the next
 * one at once, so that an idle connection holds the file's write lock, and a commit that succeeded can throw. So the driver
 * stays in auto-commit, {@code begin immediate} is issued when the first statement of a transaction is prepared, and exactly
 * one {@code commit} or {@code rollback} follows. A connection for reading begins nothing: each statement is its own
 * snapshot. Statements are kept prepared.
 */
final class Session implements Delegation {

    private final Connection driver;
    private final boolean forWriting;
    private final FileWatch watch;
    private final PreparedStatements prepared;
    private boolean autoCommit = true;
    private boolean begun;
    private boolean beginFailed;

    Session(Connection driver, boolean forWriting, FileWatch watch) {
        this.driver = driver;
        this.forWriting = forWriting;
        this.watch = watch;
        this.prepared = new PreparedStatements(driver);
    }

    @Override
    public Object target() {
        return driver;
    }

    @Override
    public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> setAutoCommit(Boolean.TRUE.equals(first(arguments)));
            case "commit" -> commit();
            case "close" -> close();
            case "setReadOnly" -> {} // was decided when the file was opened, and the driver refuses to hear of it again
            default -> {
                return withStatements(method, arguments);
            }
        }
        return null;
    }

    private @Nullable Object withStatements(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "rollback" -> {
                if (arguments == null) {
                    rollback();
                    return null;
                }
            }
            case "prepareStatement" -> {
                begin();
                if (arguments != null && arguments.length == 1 && arguments[0] instanceof String sql) {
                    return prepared.take(sql);
                }
            }
            case "createStatement", "setSavepoint" -> begin();
            default -> {}
        }
        return pass(method, arguments);
    }

    private static @Nullable Object first(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    private void setAutoCommit(boolean wanted) throws SQLException {
        if (wanted && !autoCommit) {
            commit();
        }
        autoCommit = wanted;
    }

    private void begin() throws SQLException {
        if (forWriting && !autoCommit && !begun) {
            if (beginFailed) {
                throw SqliteErrors.notBegun();
            }
            beginFailed = true; // whatever is thrown now, SQLite may have begun
            execute("begin immediate");
            begun = true;
            beginFailed = false;
        }
    }

    private void commit() throws SQLException {
        if (beginFailed) {
            throw SqliteErrors.notBegun();
        }
        if (begun) {
            watch.requireUnmoved();
            try {
                execute("commit");
            } catch (SQLException failure) {
                throw SqliteErrors.commitFailed(failure);
            }
            begun = false;
        }
    }

    private void rollback() throws SQLException {
        if (begun || beginFailed) {
            try {
                execute("rollback");
            } catch (SQLException failure) {
                requireNoTransaction(failure);
            }
            begun = false;
            beginFailed = false;
        }
    }

    /** SQLite has rolled back by itself when the disk is full or memory is short; then a new transaction can begin. */
    private void requireNoTransaction(SQLException failure) throws SQLException {
        try {
            execute("begin");
            execute("rollback");
        } catch (SQLException another) {
            failure.addSuppressed(another);
            throw failure;
        }
    }

    private void close() throws SQLException {
        try (driver) {
            rollback();
            prepared.close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = prepared.take(sql)) {
            statement.execute();
        }
    }
}
