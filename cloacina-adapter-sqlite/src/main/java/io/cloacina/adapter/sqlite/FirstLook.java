package io.cloacina.adapter.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * A look at a database file that changes neither the file nor its folder, so that another application's is left as it was.
 *
 * <p>SQLite itself must look, for whoever closes the file by other means drops SQLite's locks. It looks first at the file as
 * if nobody could change it: a reader without that promise makes {@code -wal} and {@code -shm} beside a file that was in WAL
 * mode. What is only in the journal is not seen so; a file that seems empty is therefore looked at again with its journal.
 *
 * @param busyTimeout how long the second look waits for another process's lock
 */
record FirstLook(DatabaseFile file, Duration busyTimeout) {

    /** Said of a file that nobody changes: neither its journal nor its locks are looked at. */
    static final String UNCHANGING = "?immutable=1";

    /** Refuses another application's file. */
    void requireOursOrEmpty() throws SQLException {
        boolean isOurs = isOurs(UNCHANGING);
        if (!isOurs && file.hasJournal()) {
            isOurs("");
        }
    }

    private boolean isOurs(String parameters) throws SQLException {
        try (Connection connection = connect(parameters)) {
            return Ownership.isOurs(connection);
        }
    }

    /** A connection that cannot write, and that no schema which was tampered with can make run functions. */
    Connection connect(String parameters) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        String url = "jdbc:sqlite:file:" + file.path().toUri().getRawPath() + parameters;
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
