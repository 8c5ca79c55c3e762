package io.cloacina.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file for each measurement, in write-ahead mode. */
final class SqliteBackend implements Backend {

    private final String synchronous;

    /** @param synchronous {@code FULL} or {@code NORMAL} */
    SqliteBackend(String synchronous) {
        this.synchronous = synchronous;
    }

    @Override
    public String name() {
        return "SQLite " + synchronous;
    }

    @Override
    public Database newDatabase() {
        try {
            return new FileDatabase(Files.createTempDirectory("cloacina-benchmark"), synchronous);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String durability() {
        try (Database database = newDatabase();
                Connection connection = database.connect()) {
            return "journal_mode=%s synchronous=%s"
                    .formatted(Sql.text(connection, "pragma journal_mode"), Sql.text(connection, "pragma synchronous"));
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the durability of " + name(), failure);
        }
    }

    @Override
    public void close() {}

    private record FileDatabase(Path folder, String synchronous) implements Database {

        @Override
        public String url() {
            return "sqlite://" + file() + "?_synchronous=" + synchronous;
        }

        private Path file() {
            return folder.resolve("benchmark.db");
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
            try (Statement statement = connection.createStatement()) {
                for (String pragma : List.of(
                        "journal_mode = wal",
                        "synchronous = " + synchronous,
                        "busy_timeout = 10000",
                        "foreign_keys = on")) {
                    statement.execute("pragma " + pragma);
                }
            }
            return connection;
        }

        @Override
        public Dialect dialect() {
            return Dialect.SQLITE;
        }

        /** Nothing does anything by itself here. */
        @Override
        public void tend() {}

        @Override
        public Meter meter() {
            return new SqliteMeter(file());
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(FileDatabase::delete);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void delete(Path path) {
            try {
                Files.delete(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
