package io.cloacina.runnertests;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A SQLite file that cannot grow: as a full disk, as far as the database can tell. */
final class LimitedPages {

    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    /** Comes between a pool and the driver. */
    DataSource around(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(source, arguments);
                        if (answer instanceof Connection connection) {
                            connections.add(connection.unwrap(Connection.class));
                        }
                        return answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** There is no room for another page. */
    void full() throws SQLException {
        for (Connection connection : connections) {
            limit(connection, "(select page_count from pragma_page_count)");
        }
    }

    /** There is room again. */
    void roomy() throws SQLException {
        for (Connection connection : connections) {
            set(connection, 1 << 30);
        }
    }

    private static void limit(Connection connection, String pages) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + pages)) {
            row.next();
            set(connection, row.getInt(1));
        }
    }

    private static void set(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma max_page_count = " + pages);
        }
    }
}
