package io.cloacina.adapter.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time make or migrate a database: Flyway takes no lock on SQLite, and of six that start together on an
 * empty file one or two would fail. The lock is a file of its own beside the database, for whoever opens and closes the
 * database file itself drops SQLite's locks. It is left there, since deleting it would race with the next one. Like the database it is for its owner only: whoever may read a file may
 * hold a lock on it, and keep everybody waiting.
 */
final class MigrationLock {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Set<OpenOption> MAKE_AND_WRITE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private MigrationLock() {}

    /** Does something while no other process, nor another store of this one, does the same to that database. */
    static <T> T holding(Path database, Work<T> work) throws IOException, SQLException {
        Path file = database.resolveSibling(database.getFileName() + "-lock");
        try (FileChannel channel = FileChannel.open(file, MAKE_AND_WRITE, DatabaseFile.ownerOnly(file))) {
            await(channel);
            return work.run();
        }
    }

    private static void await(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (tryLock(channel) == null) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(
                        "another process has held the lock of the migration for " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Null while another process, or another store of this one, has the lock. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, SQLException;
    }
}
