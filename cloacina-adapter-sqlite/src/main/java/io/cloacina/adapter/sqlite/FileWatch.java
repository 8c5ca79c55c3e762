package io.cloacina.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the file was unlinked or replaced: SQLite in WAL mode goes on accepting commits that nobody will ever see.
 * Asks for the file's attributes only; opening it would drop SQLite's locks.
 */
final class FileWatch {

    private final @Nullable Path file;
    private final @Nullable Object key;

    private FileWatch(@Nullable Path file, @Nullable Object key) {
        this.file = file;
        this.key = key;
    }

    /** For a database in memory, or one that nobody may be promised anything about yet. */
    static FileWatch none() {
        return new FileWatch(null, null);
    }

    /** Watches the file that is there now. */
    static FileWatch of(Path file) throws SQLException {
        return new FileWatch(file, key(file));
    }

    /** Checks that the path still leads to the file that was opened. */
    void requireUnmoved() throws SQLException {
        if (file != null && !Objects.equals(key, key(file))) {
            throw SqliteErrors.moved("the database file was replaced by another one");
        }
    }

    /** Device and inode; null on systems that have none, where only the file's presence is watched. */
    private static @Nullable Object key(Path file) throws SQLException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw SqliteErrors.moved("the database file is gone");
        }
    }
}
