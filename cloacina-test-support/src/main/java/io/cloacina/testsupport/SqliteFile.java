package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A SQLite database of its own, in a folder of its own; both are gone after {@link #close()}. The caller brings the driver. */
public final class SqliteFile implements AutoCloseable {

    private final Path folder;

    private SqliteFile(Path folder) {
        this.folder = folder;
    }

    /** A name where there is no file yet. */
    public static SqliteFile fresh() {
        try {
            return new SqliteFile(Files.createTempDirectory("cloacina-file"));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a folder for a database", failure);
        }
    }

    /** Where it is. */
    public Path path() {
        return folder.resolve("runner.db");
    }

    /** A new connection, for the caller to close. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path() + "?busy_timeout=10000");
    }

    @Override
    public void close() {
        try {
            WorkFolder.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + folder, failure);
        }
    }
}
