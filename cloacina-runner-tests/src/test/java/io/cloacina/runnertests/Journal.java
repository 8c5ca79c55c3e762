package io.cloacina.runnertests;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.cloacina.domain.task.TaskContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the bodies really did, written where no runner and no database can change it: a line per run of a body, which any
 * number of threads and processes append to one file, and which survives them.
 */
record Journal(Path file) {

    /** A line of the journal. */
    private record Entry(String key, long process) {

        static Entry parse(String line) {
            String[] words = line.split(" ", -1);
            return new Entry(words[0], Long.parseLong(words[1]));
        }
    }

    /** A body runs. One small write at the end of a file is never torn; and it is no channel, which an interrupt closes. */
    void ran(TaskContext context) throws IOException {
        String line = context.executionKey() + " " + ProcessHandle.current().pid() + "\n";
        try (OutputStream end = new FileOutputStream(file.toFile(), true)) {
            end.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How often each body ran, by {@code <execution>/<task>}. */
    Map<String, Long> runs() {
        return entries().stream().collect(groupingBy(Entry::key, TreeMap::new, counting()));
    }

    /** How many bodies each process ran. */
    Map<Long, Long> runsByProcess() {
        return entries().stream().collect(groupingBy(Entry::process, TreeMap::new, counting()));
    }

    private List<Entry> entries() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Entry::parse).toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
