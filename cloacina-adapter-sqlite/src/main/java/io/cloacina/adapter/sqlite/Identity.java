package io.cloacina.adapter.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which database this is, and its mark in the file's header. Nearly every journal holds the header, since it says how large
 * the file is, but hardly one holds the row with the identity: the mark is what tells the journal of another database.
 *
 * @param text the identity as hexadecimal text
 */
record Identity(String text) {

    /** Some bits of the identity, never 0, which is what a file has that was not marked. */
    private int bits() {
        return text.hashCode() | 1;
    }

    /** Marks the database, once. */
    void mark(Statement statement) throws SQLException {
        if (marked(statement) != bits()) {
            statement.execute("pragma user_version = " + Integer.toString(bits()));
        }
    }

    /** Whether the mark is that of another identity. */
    boolean isContradicted(Statement statement) throws SQLException {
        int marked = marked(statement);
        return marked != 0 && marked != bits();
    }

    private static int marked(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            row.next();
            return row.getInt(1);
        }
    }
}
