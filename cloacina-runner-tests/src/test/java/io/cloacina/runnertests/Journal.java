package io.cloacina.runnertests;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.cloacina.domain.task.TaskContext;
import io.cloacina.testsupport.AppendedLines;
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

    /** A body runs. */
    void ran(TaskContext context) {
        lines().append(context.executionKey() + " " + ProcessHandle.current().pid());
    }

    private AppendedLines lines() {
        return new AppendedLines(file);
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
        return lines().read().stream().map(Entry::parse).toList();
    }
}
