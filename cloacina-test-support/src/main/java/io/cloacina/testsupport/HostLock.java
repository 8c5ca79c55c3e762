package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** One at a time on this machine: among the threads of this process and among all processes. */
final class HostLock {

    private static final Object AMONG_THREADS = new Object();

    private HostLock() {}

    static <T> T whileHolding(Path lockFile, Supplier<T> work) {
        synchronized (AMONG_THREADS) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock amongProcesses = channel.lock()) {
                if (!amongProcesses.isValid()) {
                    throw new IllegalStateException("Lost the lock on " + lockFile);
                }
                return work.get();
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot lock " + lockFile, failure);
            }
        }
    }
}
