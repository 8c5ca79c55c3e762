package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where processes wait, warm and ready, until one of them lets all go at once: an exclusive lock on a file, for which the
 * others wait with shared ones. Not thread-safe.
 */
public final class StartingLine implements AutoCloseable {

    private final FileChannel file;

    private StartingLine(FileChannel file) {
        this.file = file;
    }

    /** Draws the line: from now on, processes that come to it wait. */
    public static StartingLine drawn(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new StartingLine(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot draw a line at " + file, failure);
        }
    }

    /** Waits, in another process than the one that drew the line, until it lets go. */
    public static void await(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.lock(0, Long.MAX_VALUE, true).release();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot wait at " + file, failure);
        }
    }

    /** Lets all go. Idempotent. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot let go", failure);
        }
    }
}
