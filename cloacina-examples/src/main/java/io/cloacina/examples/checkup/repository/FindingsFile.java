package io.cloacina.examples.checkup.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All findings of one task, in a file of its own: the context of the workflow carries their number and the first few, the
 * report shows them all. Written again by a second try of the task, so the result is the same as after one try.
 */
public final class FindingsFile {

    private static final String ENDING = ".findings";

    private FindingsFile() {}

    /** Writes the findings of one task into that directory, in the place of its older ones. */
    public static void write(Path directory, String task, List<Finding> findings) throws IOException {
        String lines = findings.stream().map(Finding::toLine).collect(Collectors.joining("\n"));
        AtomicFile.write(directory.resolve(task + ENDING), lines);
    }

    /** The findings of all tasks in that directory, the worst first, then by path. */
    public static List<Finding> readAll(Path directory) throws IOException {
        List<Finding> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(line -> all.add(Finding.ofLine(line)));
            }
        }
        return all.stream().sorted().toList();
    }
}
