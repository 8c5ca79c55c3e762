package io.cloacina.adapter.sqlite;

import io.cloacina.contract.InvariantChecks;
import io.cloacina.contract.RawSql;
import io.cloacina.contract.StoreHarness;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A new file in a folder of its own; every store opened on it is a process of its own as far as SQLite can tell. */
final class FileHarness implements StoreHarness {

    private final Path folder;
    private final StandingClock clock = new StandingClock();
    private final List<ExecutionStore> opened = new CopyOnWriteArrayList<>();

    FileHarness() {
        try {
            folder = Files.createTempDirectory("cloacina-sqlite");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file() {
        return folder.resolve("contract.db");
    }

    @Override
    public ExecutionStore open() {
        ExecutionStore store = Databases.open(file().toString(), clock, SchemaMode.MIGRATE);
        opened.add(store);
        return store;
    }

    @Override
    public StoreTraits traits() {
        return opened.get(0).traits();
    }

    @Override
    public void advance(Duration step) {
        clock.advance(step);
    }

    @Override
    public void checkInvariants() {
        InvariantChecks.run(query -> onConnection(connection -> Databases.rows(connection, query)));
    }

    @Override
    public Optional<RawSql> rawSql() {
        return Optional.of((statements, query) -> onConnection(connection -> rehearse(connection, statements, query)));
    }

    private static List<String> rehearse(Connection connection, List<String> statements, String query)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return Databases.rows(connection, query);
        } finally {
            connection.rollback();
        }
    }

    private List<String> onConnection(Query query) {
        try (Connection connection = Databases.stranger(file())) {
            return query.on(connection);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database refused", refused);
        }
    }

    @Override
    public void close() {
        opened.forEach(ExecutionStore::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @FunctionalInterface
    private interface Query {
        List<String> on(Connection connection) throws SQLException;
    }
}
