package io.cloacina.faults.stage;

import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through the files of a schema with PostgreSQL's extension amcheck, as the program pg_amcheck does: each index against its table, each
 * table by itself. It locks them, so nobody may be at work.
 */
final class Amcheck {

    private static final String RELATIONS = """
            select c.oid::regclass::text
            from pg_class c
            where c.relnamespace = ?::regnamespace and c.relkind = ?
            order by 1
            """;

    /** Finds every entry again from the root, every row of the table in the index, and no key twice where that is forbidden. */
    private static final String INDEX = "select bt_index_parent_check(?::regclass, true, true, true)";

    private static final String TABLE = "select msg from verify_heapam(?::regclass, check_toast => true)";

    private Amcheck() {}

    /** What it complains of, a line each. */
    static List<String> damages(PostgresDatabase database, String schema) {
        try (Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists amcheck");
            }
            List<String> damages = new ArrayList<>();
            for (String index : relations(connection, schema, "i")) {
                damages.addAll(found(connection, INDEX, index));
            }
            for (String table : relations(connection, schema, "r")) {
                damages.addAll(found(connection, TABLE, table));
            }
            return damages;
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot look through the files of " + database.name(), failure);
        }
    }

    private static List<String> relations(Connection connection, String schema, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RELATIONS)) {
            statement.setString(1, schema);
            statement.setString(2, kind);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("There is nothing to look through in " + schema);
        }
        return names;
    }

    /** A damaged index ends its statement, a damaged table has rows to show. */
    private static List<String> found(Connection connection, String sql, String relation) {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, relation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString(1).isEmpty()) { // the one row of a whole index
                        found.add(relation + ": " + rows.getString(1));
                    }
                }
            }
        } catch (SQLException damage) {
            found.add(relation + ": " + damage.getMessage());
        }
        return found;
    }
}
