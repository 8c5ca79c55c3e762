package io.cloacina.runnertests;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is really in the database, read past runner and adapter. */
final class Rows {

    private Rows() {}

    /** The rows of a query, each as a readable text. */
    static List<String> of(Backend backend, String query) {
        try (Connection connection = backend.connect()) {
            return of(connection, query);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database refused", refused);
        }
    }

    static List<String> of(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            Object value = result.getObject(column);
            columns.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
        }
        return String.join(" ", columns);
    }
}
