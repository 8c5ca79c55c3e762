package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Servers whose build was killed: nobody stops them, so the next build does. */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Looking at our own lock would drop it: POSIX locks end with any closing of the file by their process. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private Orphans() {}

    static void neverReap(Path directory) {
        OURS.add(directory);
    }

    /** The caller holds the lock that guards the folder. */
    static void reap(Path servers) {
        try (Stream<Path> directories = Files.list(servers)) {
            directories
                    .filter(directory -> !OURS.contains(directory) && isAbandoned(directory))
                    .toList()
                    .forEach(Orphans::remove);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look for orphaned servers in " + servers, failure);
        }
    }

    private static boolean isAbandoned(Path directory) {
        try (FileChannel channel = FileChannel.open(
                        ServerDirectory.lockFile(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look at " + directory, failure);
        }
    }

    private static void remove(Path directory) {
        Path data = ServerDirectory.dataIn(directory);
        serverOf(data).ifPresent(pid -> stop(pid, data));
        try {
            WorkFolder.delete(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove the orphaned server in " + directory, failure);
        }
    }

    private static void stop(long pid, Path data) {
        Signal.QUIT.sendTo(pid);
        if (!Waiting.until(() -> !serves(pid, data), PATIENCE)) {
            Signal.KILL.sendTo(pid);
            Waiting.until(() -> !serves(pid, data), PATIENCE);
        }
    }

    /** The process that serves this data directory, if one does. */
    static Optional<Long> serverOf(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.stream().findFirst().map(Long::valueOf).filter(pid -> serves(pid, data));
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    /** Process ids are used again and zombies keep theirs; only a living server names its data directory. */
    private static boolean serves(long pid, Path data) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .isPresent();
    }
}
