package io.cloacina.examples.checkup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second checkup out of a work directory. The operating system lets go of it when the process dies. */
final class WorkDirectoryLock implements AutoCloseable {

    private final Path directory;
    private final FileChannel channel;

    private WorkDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock of that directory, which is created.
     *
     * @throws BadArgumentException if another checkup has it
     */
    static WorkDirectoryLock take(Path work) throws IOException {
        Files.createDirectories(work);
        FileChannel channel =
                FileChannel.open(work.resolve("checkup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new BadArgumentException("Another checkup is working in " + work
                    + ". Wait for its end, or give another directory after --work.");
        }
        return new WorkDirectoryLock(work, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** The directory that is ours now. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
