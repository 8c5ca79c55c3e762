package io.cloacina.testsupport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One object of the driver, with {@link FailingCalls} before it. */
final class FailingCall implements InvocationHandler {

    private static final Set<String> OF_CONNECTIONS = Set.of(
            "prepareStatement",
            "createStatement",
            "setAutoCommit",
            "setReadOnly",
            "setTransactionIsolation",
            "setNetworkTimeout",
            "isValid",
            "commit",
            "rollback",
            "close");
    private static final Set<String> OF_STATEMENTS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "close");
    private static final Set<String> OF_RESULTS = Set.of("next", "close");

    private final FailingCalls calls;
    private final Object target;
    private final @Nullable Line line;
    private final SpareSessions spares;

    /** One connection of the driver and all that was made on it. */
    private static final class Line {
        private final Connection connection;
        private final int networkTimeout;
        private boolean lost;
        private boolean closed;

        Line(Connection connection) throws SQLException {
            this.connection = connection;
            this.networkTimeout = connection.getNetworkTimeout();
        }
    }

    FailingCall(FailingCalls calls, DataSource driver) {
        this(calls, driver, null, new SpareSessions());
    }

    private FailingCall(FailingCalls calls, Object target, @Nullable Line line, SpareSessions spares) {
        this.calls = calls;
        this.target = target;
        this.line = line;
        this.spares = spares;
    }

    <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(FailingCall.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "toString" -> {
                return target.toString();
            }
            default -> {
                return counted().contains(method.getName()) ? judged(method, arguments) : reach(method, arguments);
            }
        }
    }

    private Set<String> counted() {
        if (target instanceof Connection) {
            return OF_CONNECTIONS;
        }
        if (target instanceof Statement) {
            return OF_STATEMENTS;
        }
        return target instanceof ResultSet ? OF_RESULTS : Set.of("getConnection");
    }

    private @Nullable Object judged(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        CallFault fault = calls.next(method);
        boolean closes = method.getName().equals("close");
        if (closes) {
            noteClosed();
        } else if (line != null && line.lost) {
            throw calls.trouble().of(method.getName(), CallFault.INSTEAD);
        }
        if (fault == CallFault.UNDONE) {
            calls.undone().isSeen((Connection) target);
            ((Connection) target).rollback();
            return null;
        }
        if (fault != null && fault != CallFault.AFTER && !closes) {
            throw failure(method, fault);
        }
        Object result = made(reach(method, arguments));
        if (fault != null) {
            throw failure(method, fault);
        }
        return result;
    }

    private void noteClosed() {
        if (target instanceof Connection && line != null && !line.closed) {
            line.closed = true;
            calls.closed();
        }
    }

    private SQLException failure(Method method, CallFault fault) throws SQLException {
        if (fault == CallFault.MEMORY_ENDS) {
            throw new OutOfMemoryError("planted in " + method.getName());
        }
        if (line != null && calls.trouble().losesConnection()) {
            lose(line);
        }
        return calls.trouble().of(method.getName(), fault);
    }

    /** One that is of no use to the next either is ended. */
    private void lose(Line lost) throws SQLException {
        boolean wasLost = lost.lost;
        lost.lost = true;
        if (wasLost || lost.connection.isClosed()) {
            return;
        }
        try {
            spares.add(lost.connection, lost.networkTimeout);
        } catch (SQLException broken) {
            lost.connection.abort(Runnable::run);
        }
    }

    private @Nullable Object made(@Nullable Object result) throws SQLException {
        if (result instanceof Connection connection && target instanceof DataSource) {
            calls.opened();
            return new FailingCall(calls, connection, new Line(connection), spares).as(Connection.class);
        }
        if (result instanceof PreparedStatement) {
            return new FailingCall(calls, result, line, spares).as(PreparedStatement.class);
        }
        if (result instanceof Statement) {
            return new FailingCall(calls, result, line, spares).as(Statement.class);
        }
        return result instanceof ResultSet ? new FailingCall(calls, result, line, spares).as(ResultSet.class) : result;
    }

    /** Of a connection that was lost there is nothing left to ask, and it may be somebody else's by now. */
    private @Nullable Object reach(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (target instanceof DataSource && method.getName().equals("getConnection")) {
            Connection spare = spares.take();
            return spare == null ? pass(method, arguments) : spare;
        }
        if (line == null || !line.lost || !(target instanceof Connection)) {
            return pass(method, arguments);
        }
        return switch (method.getName()) {
            case "isClosed" -> true;
            case "close", "abort" -> null;
            default -> throw calls.trouble().of(method.getName(), CallFault.INSTEAD);
        };
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
