package io.cloacina.faults.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads of this process that send heartbeats and write outcomes, which a heartbeat may have to wait for; as Linux sees them: how
 * long one was ready to run and no processor was free for it. Elsewhere none is known to have waited. One thread at a time.
 */
final class WritingThreads {

    private static final Path THREADS = Path.of("/proc/self/task");

    /** Linux keeps fifteen characters of a name. */
    private static final List<String> IN_THEIR_NAMES = List.of("-heartb", "-writer");

    private static final int LOOKS_BETWEEN_SEARCHES = 20;

    /** Nanoseconds that each has waited in its life, as of the last call. */
    private final Map<Path, Long> before = new HashMap<>();

    private int looks;

    /** For how many milliseconds the one that waited longest did so since the last call. */
    long waited() {
        if (looks++ % LOOKS_BETWEEN_SEARCHES == 0) {
            search();
        }
        long most = 0;
        for (Map.Entry<Path, Long> thread : before.entrySet()) {
            long now = waited(thread.getKey());
            most = Math.max(most, now - thread.getValue());
            thread.setValue(now);
        }
        return TimeUnit.NANOSECONDS.toMillis(most);
    }

    private void search() {
        if (!Files.isDirectory(THREADS)) {
            return;
        }
        try (Stream<Path> threads = Files.list(THREADS)) {
            threads.filter(WritingThreads::writes)
                    .map(thread -> thread.resolve("schedstat"))
                    .forEach(thread -> before.computeIfAbsent(thread, WritingThreads::waited));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look for the threads of this process", failure);
        }
    }

    private static boolean writes(Path thread) {
        String name = read(thread.resolve("comm"));
        return IN_THEIR_NAMES.stream().anyMatch(name::contains);
    }

    /** The second number. */
    private static long waited(Path statistics) {
        String[] numbers = read(statistics).strip().split(" ", -1);
        return numbers.length < 2 ? 0 : Long.parseLong(numbers[1]);
    }

    /** Empty of a thread that has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
