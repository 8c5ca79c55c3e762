package io.cloacina.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one database, each set up in full: what SQLite calls a pragma belongs to a connection, and a pool
 * makes new ones.
 *
 * @param file the database file; null for a new database in memory
 * @param forWriting whether transactions may write; otherwise the connection refuses to
 * @param watch checked before each commit
 * @param identity the identity that the database must have, as hexadecimal text; null when it is not known yet
 */
record SessionSource(
        @Nullable Path file,
        SqlitePragmas pragmas,
        boolean forWriting,
        FileWatch watch,
        @Nullable String identity) implements ConnectionSource {

    private static final int WAL_LIMIT = 64 << 20;

    /** What the driver's configuration cannot say. A schema that was tampered with may not run functions, a page is checked. */
    private static final List<String> FURTHER = List.of("pragma trusted_schema = off", "pragma cell_size_check = on");

    /**
     * Opens nothing at a path that leads elsewhere by now: SQLite would take the journal beside it for that file's, and the last one
     * to close would move what was acknowledged into a file that is not ours.
     */
    @Override
    public Connection getConnection() throws SQLException {
        watch.requireUnmoved();
        Connection driver = configuration().createConnection("jdbc:sqlite:" + (file == null ? ":memory:" : file));
        try {
            setUp(driver);
            return new Session(driver, forWriting, hasJournal() ? watch.withJournal() : watch).as(Connection.class);
        } catch (SQLException | RuntimeException failure) {
            driver.close();
            throw failure;
        }
    }

    /** A connection that has not read anything yet has no journal, and a reader promises nothing. */
    private boolean hasJournal() {
        return forWriting
                && identity != null
                && pragmas.mode() != SqlitePragmas.Mode.RO
                && pragmas.journal() == SqlitePragmas.Journal.WAL;
    }

    private SQLiteConfig configuration() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(pragmas.busyTimeout().toMillis()));
        config.enforceForeignKeys(true);
        config.setSynchronous(
                SQLiteConfig.SynchronousMode.valueOf(pragmas.synchronous().name()));
        config.setGetGeneratedKeys(false);
        config.enableLoadExtension(false);
        // One file is one store: nothing that gets a statement in may reach another file.
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        if (pragmas.mode() == SqlitePragmas.Mode.RO) {
            config.setReadOnly(true);
        } else {
            // Never makes the file: a pool that replaces a connection must not begin an empty database.
            config.resetOpenMode(SQLiteOpenMode.CREATE);
            config.setJournalMode(
                    SQLiteConfig.JournalMode.valueOf(pragmas.journal().name()));
            config.setJournalSizeLimit(WAL_LIMIT);
        }
        return config;
    }

    private void setUp(Connection driver) throws SQLException {
        try (Statement statement = driver.createStatement()) {
            for (String pragma : FURTHER) {
                statement.execute(pragma);
            }
            if (!forWriting) {
                statement.execute("pragma query_only = on");
            }
            requireIdentity(statement);
        }
    }

    private void requireIdentity(Statement statement) throws SQLException {
        if (identity != null && !identity.equals(readIdentity(statement))) {
            throw SqliteErrors.moved("the database has another identity than before");
        }
    }

    /** Whether the database has been given its identity: it is made with the tables. */
    static boolean hasIdentity(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select 1 from sqlite_schema where type = 'table' and name = 'store_identity'")) {
            return row.next();
        }
    }

    /** Which database this is, as hexadecimal text. */
    static String readIdentity(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select hex(id) from store_identity")) {
            return row.next() ? row.getString(1) : "none";
        }
    }
}
