package io.cloacina.examples.checkup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One line for each time a task's body began, over all processes of a run: it shows that a finished task is not done again
 * after a crash, and that an interrupted one is.
 */
final class StartLog {

    /** The name of the file, in the run's directory. */
    static final String FILE = "starts.log";

    private final Path file;

    /** The log of the run with that directory. */
    StartLog(Path directory) {
        this.file = directory.resolve(FILE);
    }

    /** Adds a line; one write at the end of the file, so lines of concurrent tasks do not mix. */
    void add(String task) throws IOException {
        byte[] line = (task + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The tasks in the order of their starts, each as often as it began. */
    List<String> read() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
