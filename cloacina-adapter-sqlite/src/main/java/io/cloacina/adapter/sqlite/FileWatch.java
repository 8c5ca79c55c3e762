package io.cloacina.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the file or its journal was unlinked or replaced: SQLite in WAL mode goes on accepting commits that nobody
 * will ever see. Asks for the files' attributes only; opening them would drop SQLite's locks.
 */
final class FileWatch {

    private final List<Watched> files;

    private FileWatch(List<Watched> files) {
        this.files = files;
    }

    /** For a database in memory, or one that nobody may be promised anything about yet. */
    static FileWatch none() {
        return new FileWatch(List.of());
    }

    /** Watches the database file that is there now. */
    static FileWatch of(Path database) throws SQLException {
        return new FileWatch(List.of(Watched.now(database, Part.DATABASE)));
    }

    /**
     * Watches the journal as well that is there now. A connection in WAL mode keeps the one with which it began, and while it
     * is open nobody has a reason to remove it.
     */
    FileWatch withJournal() throws SQLException {
        if (files.isEmpty()) {
            return this;
        }
        Path journal = DatabaseFile.journalOf(files.get(0).path());
        return new FileWatch(Stream.concat(files.stream(), Stream.of(Watched.now(journal, Part.JOURNAL)))
                .toList());
    }

    /** Checks that the paths still lead to the files that were opened. */
    void requireUnmoved() throws SQLException {
        for (Watched file : files) {
            file.requireUnmoved();
        }
    }

    /** What is watched. A journal may be empty: it is cut when it was moved into the database. */
    private enum Part {
        DATABASE("the database file", false),
        JOURNAL("the database's -wal", true);

        private final String name;
        private final boolean mayBeEmpty;

        Part(String name, boolean mayBeEmpty) {
            this.name = name;
            this.mayBeEmpty = mayBeEmpty;
        }
    }

    /** @param key device and inode; null on systems that have none, where only the file's presence is watched */
    private record Watched(Path path, Part part, @Nullable Object key) {

        static Watched now(Path path, Part part) throws SQLException {
            return new Watched(path, part, key(path, part));
        }

        void requireUnmoved() throws SQLException {
            if (!Objects.equals(key, key(path, part))) {
                throw SqliteErrors.moved(part.name + " was replaced by another one");
            }
        }

        private static @Nullable Object key(Path path, Part part) throws SQLException {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                if (now.size() == 0 && !part.mayBeEmpty) {
                    throw SqliteErrors.moved(part.name + " was emptied");
                }
                return now.fileKey();
            } catch (IOException e) {
                throw SqliteErrors.moved(part.name + " is gone");
            }
        }
    }
}
