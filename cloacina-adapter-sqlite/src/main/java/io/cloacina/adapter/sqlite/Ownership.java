package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether a database is ours to use. SQLite keeps a number for that in the file's header; a file that has tables and another
 * number is another application's, and is left alone.
 */
final class Ownership {

    /** "Cloa" in ASCII. */
    static final int APPLICATION_ID = 0x436c6f61;

    /** Before it, two connections in WAL mode could corrupt the file. */
    private static final int[] OLDEST_VERSION = {3, 51, 3};

    private Ownership() {}

    /** Makes an empty file ours if it may be written; refuses another application's. */
    static void establish(Connection connection, boolean mayClaim, Refusal refusal) throws SQLException {
        if (!isOurs(connection, refusal) && mayClaim) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma application_id = " + APPLICATION_ID);
            }
        }
    }

    /**
     * Whether the file is ours already; otherwise it is empty.
     *
     * @throws io.cloacina.ports.StoreException.Unusable if it is another application's, or the library's version is too old
     */
    static boolean isOurs(Connection connection, Refusal refusal) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            requireVersion(statement, refusal);
            int owner = number(statement, "pragma application_id");
            if (owner == APPLICATION_ID) {
                return true;
            }
            if (owner != 0 || number(statement, "select count(*) from sqlite_schema") > 0) {
                throw refusal.of("the file belongs to another application", "use a file of its own for the workflows");
            }
            return false;
        }
    }

    private static void requireVersion(Statement statement, Refusal refusal) throws SQLException {
        try (ResultSet row = statement.executeQuery("select sqlite_version()")) {
            row.next();
            if (isOlder(row.getString(1))) {
                throw refusal.of(
                        "SQLite " + row.getString(1) + " is older than 3.51.3 and can corrupt a file in WAL mode",
                        "use org.xerial:sqlite-jdbc 3.51.3.0 or newer");
            }
        }
    }

    static boolean isOlder(String version) {
        String[] parts = version.split("\\.", -1);
        for (int i = 0; i < OLDEST_VERSION.length; i++) {
            int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
            if (part != OLDEST_VERSION[i]) {
                return part < OLDEST_VERSION[i];
            }
        }
        return false;
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
