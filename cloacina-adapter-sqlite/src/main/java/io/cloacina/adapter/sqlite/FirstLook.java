package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A look at a database file that changes neither the file nor its folder, so that another application's is left as it was.
 *
 * <p>SQLite itself must look, for whoever closes the file by other means drops SQLite's locks. It looks first at the file as
 * if nobody could change it: a reader without that promise makes {@code -wal} and {@code -shm} beside a file that was in WAL
 * mode. What is only in the journal is not seen so; where there is a journal the file is therefore looked at again with it.
 *
 * @param busyTimeout how long the second look waits for another process's lock
 */
record FirstLook(DatabaseFile file, Duration busyTimeout) {

    /** Said of a file that nobody changes: neither its journal nor its locks are looked at. */
    static final String UNCHANGING = "?immutable=1";

    /**
     * Refuses another application's file, and one beside which lies the journal of another database: SQLite would put what
     * is in that journal in the place of what is in the file, and find nothing wrong with it.
     *
     * @return the identity of the database; empty if it has none yet
     */
    Optional<String> requireOursOrEmpty() throws SQLException {
        Optional<String> alone = alone();
        if (!file.hasJournal()) {
            return alone;
        }
        Optional<String> withJournal = identity("");
        if (alone.isPresent() && !alone.equals(withJournal)) {
            throw foreignJournal();
        }
        return withJournal;
    }

    /**
     * While another process moves its journal into the file, a look that minds no locks may see half of that: it saw nothing. If
     * the journal is gone by now, all of it is in the file, and what is damaged still is.
     */
    private Optional<String> alone() throws SQLException {
        try {
            return identity(UNCHANGING);
        } catch (SQLException half) {
            if (half.getErrorCode() != SQLiteErrorCode.SQLITE_CORRUPT.code) {
                throw half;
            }
            return file.hasJournal() ? Optional.empty() : identity(UNCHANGING);
        }
    }

    private Optional<String> identity(String parameters) throws SQLException {
        try (Connection connection = connect(parameters);
                Statement statement = connection.createStatement()) {
            if (!Ownership.isOurs(connection, refusal()) || !SessionSource.hasIdentity(statement)) {
                return Optional.empty();
            }
            Identity identity = new Identity(SessionSource.readIdentity(statement));
            if (identity.isContradicted(statement)) {
                throw foreignJournal();
            }
            return Optional.of(identity.text());
        }
    }

    private RuntimeException foreignJournal() {
        return refusal()
                .of(
                        "its -wal is, or was, that of another database",
                        "move -wal and -shm away, and put back those that belong to the file, or a backup");
    }

    private Refusal refusal() {
        return SqliteRefusal.at(file.path());
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
