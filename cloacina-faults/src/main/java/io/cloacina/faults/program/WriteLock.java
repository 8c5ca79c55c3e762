package io.cloacina.faults.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Which process may write to a SQLite database now: SQLite locks one byte of the {@code -shm} for it, and Linux says who holds which
 * lock. Its files are not opened. Elsewhere nobody is ever known to have it. Thread-safe.
 */
public final class WriteLock {

    private static final Path LOCKS = Path.of("/proc/locks");

    /** Of the file {@code -shm}, as SQLite's page about the format of the WAL index fixes it. */
    private static final long BYTE = 120;

    private static final int KIND = 1;
    private static final int MODE = 3;
    private static final int HOLDER = 4;
    private static final int FILE = 5;
    private static final int FIRST = 6;
    private static final int LAST = 7;

    private final Path index;

    private WriteLock(Path index) {
        this.index = index;
    }

    /** Of the database in that file. */
    public static WriteLock of(String file) {
        return new WriteLock(Path.of(file + "-shm"));
    }

    /** Whether this system says who has it. */
    public static boolean isVisible() {
        return Files.isReadable(LOCKS);
    }

    /** The id of the process that has it; empty when nobody is known to. */
    public OptionalLong holder() {
        if (!isVisible() || !Files.exists(index)) {
            return OptionalLong.empty();
        }
        try (Stream<String> locks = Files.lines(LOCKS)) {
            String file = ":" + Files.getAttribute(index, "unix:ino");
            return locks.map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> isThisOne(words, file))
                    .mapToLong(words -> Long.parseLong(words[HOLDER]))
                    .findAny();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look who holds the write lock of " + index, failure);
        }
    }

    /** A line: number, kind, whether it must be minded, mode, process, file, first and last byte. */
    private static boolean isThisOne(String[] words, String file) {
        return words.length > LAST
                && Arrays.asList("POSIX", "OFDLCK").contains(words[KIND])
                && words[MODE].equals("WRITE")
                && words[FILE].endsWith(file)
                && Long.parseLong(words[FIRST]) <= BYTE
                && (words[LAST].equals("EOF") || Long.parseLong(words[LAST]) >= BYTE);
    }
}
