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

    /** One connection of the driver and all that was made on it. */
    private static final class Line {
        private final Connection connection;
        private boolean lost;
        private boolean closed;

        Line(Connection connection) {
            this.connection = connection;
        }
    }

    FailingCall(FailingCalls calls, Object target, @Nullable Line line) {
        this.calls = calls;
        this.target = target;
        this.line = line;
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
            default -> {
                return counted().contains(method.getName()) ? judged(method, arguments) : pass(method, arguments);
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
            ((Connection) target).rollback();
            return null;
        }
        if (fault != null && fault != CallFault.AFTER && !closes) {
            throw failure(method, fault);
        }
        Object result = made(pass(method, arguments));
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
            line.lost = true;
            line.connection.abort(Runnable::run);
        }
        return calls.trouble().of(method.getName(), fault);
    }

    private @Nullable Object made(@Nullable Object result) {
        if (result instanceof Connection connection && target instanceof DataSource) {
            calls.opened();
            return new FailingCall(calls, connection, new Line(connection)).as(Connection.class);
        }
        if (result instanceof PreparedStatement) {
            return new FailingCall(calls, result, line).as(PreparedStatement.class);
        }
        if (result instanceof Statement) {
            return new FailingCall(calls, result, line).as(Statement.class);
        }
        return result instanceof ResultSet ? new FailingCall(calls, result, line).as(ResultSet.class) : result;
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
