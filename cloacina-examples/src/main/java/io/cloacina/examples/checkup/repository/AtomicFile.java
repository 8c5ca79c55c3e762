package io.cloacina.examples.checkup.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one step: a reader sees the old content or the new, never a part, whenever the process dies. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Makes {@code content} (as UTF-8) the content of {@code target}; the directory must exist. */
    public static void write(Path target, String content) throws IOException {
        Path part = beside(target);
        Files.write(part, content.getBytes(StandardCharsets.UTF_8));
        replace(part, target);
    }

    /** A new empty file beside {@code target}, to be filled and then given to {@link #replace}. */
    static Path beside(Path target) throws IOException {
        return Files.createTempFile(target.getParent(), target.getFileName() + "-", ".tmp");
    }

    /** Puts {@code part} in the place of {@code target}. */
    static void replace(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
