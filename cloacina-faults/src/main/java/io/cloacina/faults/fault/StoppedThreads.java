package io.cloacina.faults.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The threads of a process and whether a signal has stopped them, as Linux sees them; elsewhere they are not seen. */
record StoppedThreads(long process) {

    /** Whether this system shows them. */
    boolean areVisible() {
        return Files.isDirectory(folder());
    }

    /** Whether each of them stands still. */
    boolean areAll() {
        try (Stream<Path> threads = Files.list(folder())) {
            List<Path> found = threads.toList();
            return !found.isEmpty() && found.stream().allMatch(StoppedThreads::isStopped);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(process), "task");
    }

    /** The state is the letter behind the name, which stands in parentheses and may hold any. */
    private static boolean isStopped(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            return line.startsWith("T", line.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return false;
        }
    }
}
