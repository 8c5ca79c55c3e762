package io.cloacina.testsupport;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to which any number of threads and processes append lines, and which survives each of them. One small write at the end of
 * a file is never torn, and this is no channel, which an interrupt would close.
 */
public final class AppendedLines {

    private final Path file;

    public AppendedLines(Path file) {
        this.file = file;
    }

    /** Appends a line; what has been appended when this returns outlives a kill of the process. */
    public void append(String line) {
        try (OutputStream end = new FileOutputStream(file.toFile(), true)) {
            end.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot append to " + file, failure);
        }
    }

    /** All lines so far; none when nobody has written one. */
    public List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
