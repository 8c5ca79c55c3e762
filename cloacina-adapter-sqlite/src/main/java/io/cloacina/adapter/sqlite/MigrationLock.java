package io.cloacina.adapter.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time make or migrate a database: Flyway takes no lock on SQLite, and of six that start together on an
 * empty file one or two would fail. The lock is a file of its own beside the database, for whoever opens and closes the
 * database file itself drops SQLite's locks. It is left there, since deleting it would race with the next one; and it
 * remembers which database it lies beside, for a file that was emptied looks like a new one. Like the database it is for its
 * owner only: whoever may read a file may hold a lock on it, and keep everybody waiting.
 *
 * <p>A process that closes a file drops its locks on it, also those that it took through another channel. So the stores of one
 * process that know of each other go in single file before they open it. Those that another class loader brought do not: they
 * meet at the lock, where the JVM tells them so in its own way, and wait there.
 */
final class MigrationLock {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int IDENTITY_LENGTH = 32;
    private static final Set<OpenOption> MAKE_AND_WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private static final Map<Path, Entrance> ENTRANCES = new ConcurrentHashMap<>();

    private final FileChannel channel;

    private MigrationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Does something while no other process, nor another store of this one, does the same to that database. */
    static <T> T holding(Path database, Work<T> work) throws IOException, SQLException {
        Path file = beside(database);
        return inSingleFile(file, () -> {
            try (FileChannel channel = FileChannel.open(file, MAKE_AND_WRITE, DatabaseFile.ownerOnly(file))) {
                await(channel);
                return work.run(new MigrationLock(channel));
            }
        });
    }

    /**
     * What is remembered, for somebody who makes nothing and waits for no other process. Empty as well if he may not read it.
     */
    static Optional<String> rememberedBeside(Path database) throws IOException, SQLException {
        Path file = beside(database);
        return inSingleFile(file, () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return new MigrationLock(channel).remembered();
            } catch (NoSuchFileException | AccessDeniedException nobodyKnows) {
                return Optional.empty();
            }
        });
    }

    private static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + "-lock");
    }

    private static <T> T inSingleFile(Path file, Passage<T> passage) throws IOException, SQLException {
        Path place = place(file);
        Entrance entrance = Objects.requireNonNull(ENTRANCES.compute(place, (key, known) -> Entrance.arrive(known)));
        entrance.lock.lock();
        try {
            return passage.pass();
        } finally {
            entrance.lock.unlock();
            ENTRANCES.computeIfPresent(place, (key, known) -> known.leave());
        }
    }

    /** One name for one file, whichever links lead to its folder. */
    private static Path place(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(absolute.getParent());
        return Files.isDirectory(folder) ? folder.toRealPath().resolve(absolute.getFileName()) : absolute;
    }

    private static void await(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isLocked(channel)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(
                        "another process, or another store of this one, has held the lock of the migration for "
                                + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** At how many files somebody is or waits. */
    static int entrances() {
        return ENTRANCES.size();
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

    /** Where the stores of this process wait for each other; there is none where nobody waits. */
    private static final class Entrance {

        private final ReentrantLock lock = new ReentrantLock();
        private int here;

        static Entrance arrive(@Nullable Entrance known) {
            Entrance entrance = known == null ? new Entrance() : known;
            entrance.here++;
            return entrance;
        }

        @Nullable
        Entrance leave() {
            here--;
            return here == 0 ? null : this;
        }
    }

    /** What is done while no other store that knows of this one has the file open. */
    @FunctionalInterface
    private interface Passage<T> {
        T pass() throws IOException, SQLException;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run(MigrationLock lock) throws IOException, SQLException;
    }
}
