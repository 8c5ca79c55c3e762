package io.cloacina.adapter.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time make or migrate a database: Flyway takes no lock on SQLite, and of six that start together on an
 * empty file one or two would fail. The lock is a file of its own beside the database, for whoever opens and closes the
 * database file itself drops SQLite's locks. It is left there, since deleting it would race with the next one; and it
 * remembers which database it lies beside, for a file that was emptied looks like a new one.
 */
final class MigrationLock {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int IDENTITY_LENGTH = 32;

    private final FileChannel channel;

    private MigrationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Does something while no other process, nor another store of this one, does the same to that database. */
    static <T> T holding(Path database, Work<T> work) throws IOException, SQLException {
        Path file = database.resolveSibling(database.getFileName() + "-lock");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            await(channel);
            return work.run(new MigrationLock(channel));
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

    /** The identity of the database that was here last; empty if nobody knows. */
    Optional<String> remembered() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(IDENTITY_LENGTH);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return text.matches("[0-9A-F]{" + IDENTITY_LENGTH + "}") ? Optional.of(text) : Optional.empty();
    }

    /** From now on the database of this identity is the one that belongs here. */
    void remember(String identity) throws IOException {
        channel.write(ByteBuffer.wrap(identity.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Whatever comes here next is welcome. */
    void forget() throws IOException {
        channel.truncate(0);
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run(MigrationLock lock) throws IOException, SQLException;
    }
}
