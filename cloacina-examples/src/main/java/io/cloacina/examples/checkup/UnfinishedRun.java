package io.cloacina.examples.checkup;

import io.cloacina.examples.checkup.repository.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The run of a checkup that has begun and has not ended, remembered in a marker file of the work directory: the next
 * process finds the name there and goes on with the same execution, since the name makes the idempotency key. One marker
 * for each repository, so that checkups of two repositories do not disturb each other.
 */
final class UnfinishedRun {

    private final Path marker;
    private final Path directory;
    private final boolean resumed;

    private UnfinishedRun(Path marker, Path directory, boolean resumed) {
        this.marker = marker;
        this.directory = directory;
        this.resumed = resumed;
    }

    /** The run of this repository that an earlier process has left, or a new one. */
    static UnfinishedRun of(Path work, Path repository) throws IOException {
        Path runs = Files.createDirectories(work.resolve("runs"));
        Path marker = runs.resolve("unfinished-" + idOf(repository) + ".txt");
        boolean resumed = Files.exists(marker);
        if (!resumed) {
            Path directory =
                    Files.createTempDirectory(runs, "run-"); // a name that nobody has, on other machines neither
            AtomicFile.write(marker, directory.getFileName().toString());
        }
        String name = Files.readString(marker, StandardCharsets.UTF_8).strip();
        return new UnfinishedRun(marker, Files.createDirectories(runs.resolve(name)), resumed);
    }

    /** Where its tasks keep their lists and findings; exists, and has a name of its own. */
    Path directory() {
        return directory;
    }

    /** The same for every process that works on this run, and for no other run; another one if the directory is moved. */
    String idempotencyKey() {
        return "checkup-" + idOf(directory);
    }

    /** Whether an earlier process began it. */
    boolean isResumed() {
        return resumed;
    }

    /** Forgets it: the next checkup is a new run. What its tasks kept is deleted, but not the log of their starts. */
    void finish() throws IOException {
        Files.deleteIfExists(marker);
        for (Path file : kept()) {
            Files.deleteIfExists(file);
        }
    }

    private static UUID idOf(Path path) {
        return UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith(StartLog.FILE)).toList();
        }
    }
}
