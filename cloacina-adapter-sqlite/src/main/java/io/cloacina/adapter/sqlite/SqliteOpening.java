package io.cloacina.adapter.sqlite;

import static io.cloacina.adapter.sqlite.SqliteRefusal.REFUSAL;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.jpa.JpaStore;
import io.cloacina.jpa.PoolPlan;
import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.StoreDialect;
import io.cloacina.jpa.StoreStatements;
import io.cloacina.jpa.url.Refusal;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The steps from a URL to an open store. A file is made, claimed and migrated under a lock of its own; then it gets one
 * connection that writes and a few that read. A database in memory is one connection that does everything and never ends.
 *
 * @param road what stands between the pools and the driver; nothing but in tests
 */
record SqliteOpening(SqliteUrl url, StoreSettings settings, UnaryOperator<DataSource> road, ErrorTranslation errors) {

    static final String MIGRATIONS = "io/cloacina/adapter/sqlite/migrations";
    private static final int READERS = 4;

    SqliteOpening(SqliteUrl url, StoreSettings settings, UnaryOperator<DataSource> road) {
        this(url, settings, road, new ErrorTranslation(url.toString(), SqliteErrors.TABLE));
    }

    ExecutionStore open() {
        if (settings.schema() != null) {
            throw REFUSAL.of("SQLite has no schemas", "remove the schema and use one file for each tenant");
        }
        NativeLibrary.require(place());
        try {
            Path file = url.path();
            return file == null ? inMemory() : inFile(file);
        } catch (SQLException failure) {
            throw new ErrorTranslation(place(), SqliteErrors.TABLE).failed("be opened", failure);
        } catch (IOException failure) {
            throw new StoreException.Unusable(
                    place()
                            + " could not be opened: its folder or lock file cannot be used. Check the rights on the folder.",
                    failure);
        }
    }

    private ExecutionStore inFile(Path path) throws SQLException, IOException {
        DatabaseFile file = new DatabaseFile(path);
        file.requirePlace();
        if (url.pragmas().mode() != SqlitePragmas.Mode.RO) {
            file.requireRights();
        }
        Optional<String> found = firstLook(file);
        String identity = prepare(file, found);
        FileWatch watch = FileWatch.of(path);
        HikariDataSource writer = pool("writer", 1, source(true, watch, identity), true);
        HikariDataSource readers = readers(writer, source(false, watch, identity));
        return store(writer, readers, List.of(readers, writer), watch);
    }

    private HikariDataSource readers(HikariDataSource writer, DataSource source) {
        try {
            return pool("readers", READERS, source, true);
        } catch (RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    /**
     * Before anything is made or set: the lock file and the journal's mode would already change what is not ours.
     *
     * @return the identity of the database, if it has one yet
     */
    private Optional<String> firstLook(DatabaseFile file) throws SQLException {
        file.requireNoLostJournal();
        if (!file.exists()) {
            return Optional.empty();
        }
        file.requireJournalOfIndex();
        return look(file);
    }

    private Optional<String> look(DatabaseFile file) throws SQLException {
        return new FirstLook(file, url.pragmas().busyTimeout()).requireOursOrEmpty();
    }

    /** Brings the file to its present schema; its identity. Whoever may only look needs no lock, and makes nothing. */
    private String prepare(DatabaseFile file, Optional<String> found) throws SQLException, IOException {
        if (!mayMigrate()) {
            file.requirePresence();
            requireRemembered(file, found, MigrationLock.rememberedBeside(file.path()));
            return migrated(false);
        }
        if (url.pragmas().mode() == SqlitePragmas.Mode.RW) {
            file.requirePresence();
        }
        return MigrationLock.holding(file.path(), lock -> {
            if (file.exists()) {
                requireRemembered(file, found, lock.remembered());
            } else {
                lock.forget();
                file.create();
            }
            String identity = migrated(true);
            lock.remember(identity);
            return identity;
        });
    }

    /** A file that is gone may have been removed on purpose. One that is there and holds nothing, or something else, was not. */
    private void requireRemembered(DatabaseFile file, Optional<String> found, Optional<String> remembered)
            throws SQLException {
        if (remembered.isEmpty() || (found.equals(remembered) && !file.isEmpty())) {
            return;
        }
        Optional<String> now = look(file); // another process may have made it since the first look
        if (file.isEmpty() || !now.equals(remembered)) {
            throw refusal()
                    .of(
                            (now.isEmpty() ? "the file is empty" : "the file holds another database")
                                    + ", and its -lock remembers the one that was here before",
                            "put that file back with its -wal; or, if this is meant, remove the -lock");
        }
    }

    /** What cannot be opened, so that it is found; who uses it later knows where it is. */
    private String place() {
        Path file = url.path();
        return file == null ? url.toString() : "The SQLite database " + file;
    }

    private Refusal refusal() {
        Path file = url.path();
        return file == null ? REFUSAL : SqliteRefusal.at(file);
    }

    private boolean mayMigrate() {
        return settings.schemaMode() == SchemaMode.MIGRATE && url.pragmas().mode() != SqlitePragmas.Mode.RO;
    }

    private String migrated(boolean mayMigrate) throws SQLException {
        return migrated(source(true, FileWatch.none(), null), mayMigrate);
    }

    private String migrated(DataSource source, boolean mayMigrate) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Ownership.establish(connection, mayMigrate, refusal());
        }
        new SchemaMigration(source, MIGRATIONS, SchemaName.DEFAULT, place())
                .run(mayMigrate ? SchemaMode.MIGRATE : SchemaMode.VERIFY);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String identity = SessionSource.readIdentity(statement);
            if (mayMigrate) {
                new Identity(identity).mark(statement);
            }
            return identity;
        }
    }

    private ExecutionStore inMemory() throws SQLException {
        HikariDataSource only = pool("memory", 1, source(true, FileWatch.none(), null), false);
        try {
            migrated(only, true);
        } catch (SQLException | RuntimeException failure) {
            only.close();
            throw failure;
        }
        return store(only, null, List.of(only), FileWatch.none());
    }

    private SessionSource source(boolean forWriting, FileWatch watch, @Nullable String identity) {
        return new SessionSource(url.path(), url.pragmas(), forWriting, watch, identity);
    }

    private HikariDataSource pool(String lane, int size, DataSource source, boolean ageing) {
        return new PoolPlan(settings.runner() + "-" + lane, size, patience(), ageing)
                .open(road.apply(source), SqliteErrors.TABLE);
    }

    /** Whoever waits for a connection waits for a writer who waits for another process's lock. */
    private Duration patience() {
        return url.pragmas().busyTimeout().plusSeconds(5);
    }

    private ExecutionStore store(
            HikariDataSource writer, @Nullable DataSource readers, List<HikariDataSource> owned, FileWatch watch) {
        Turns turns = new Turns(patience());
        WriterLane work = new WriterLane(writer, turns, false);
        WriterLane heartbeat = new WriterLane(writer, turns, true);
        ConnectionLanes lanes = new ConnectionLanes(work, heartbeat, readers == null ? work : readers, owned);
        return JpaStore.open(
                url.toString(), dialect(), SchemaName.DEFAULT, lanes, new DataVersion(work, watch, errors), settings);
    }

    StoreDialect dialect() {
        return new StoreDialect(
                traits(),
                new SqliteVocabulary(),
                StoreStatements.portable(),
                SqliteErrors.TABLE,
                SqlitePlatform.class.getName());
    }

    private StoreTraits traits() {
        return new StoreTraits(
                "SQLite",
                Duration.ofNanos(1000),
                1,
                StoreTraits.ClockSource.RUNNER,
                StoreTraits.WakeUpKind.POLL,
                url.pragmas().durability(),
                url.inMemory() ? StoreTraits.Sharing.PRIVATE : StoreTraits.Sharing.MACHINE);
    }
}
