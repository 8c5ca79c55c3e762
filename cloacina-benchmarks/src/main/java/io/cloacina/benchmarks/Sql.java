package io.cloacina.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements without parameters, and the single values that they read. */
public final class Sql {

    private Sql() {}

    /** Runs it on a connection of its own. */
    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    public static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The first column of the first row, as a number. */
    public static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }
}
