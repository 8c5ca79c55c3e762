package io.cloacina.faults;

import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * So many processes at once that all could run the poison. Whoever it kills is replaced, as a supervisor does, until so many are dead
 * as may be.
 */
final class PoisonedCrew implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int size;
    private final int victims;
    private final String url;
    private final Path line;
    private final Path runs;
    private final StartingLine drawn;
    private final List<ChildJvm> processes = new ArrayList<>();

    /**
     * Starts its first processes, which wait.
     *
     * @param victims how many the poison may kill
     * @param folder an empty one
     */
    PoisonedCrew(int size, int victims, String url, Path folder) {
        this.size = size;
        this.victims = victims;
        this.url = url;
        this.line = folder.resolve("line");
        this.runs = folder.resolve("runs");
        this.drawn = StartingLine.drawn(line);
        Stream.generate(this::replacement).limit(size).forEach(Optional::orElseThrow);
    }

    int size() {
        return size;
    }

    /** Where each run of the poison leaves a line. */
    Path runs() {
        return runs;
    }

    /** Lets those who wait go at once. For each place, what fills it again until somebody in it is not killed. */
    List<Runnable> go() {
        List<ChildJvm> first = all();
        first.forEach(process -> process.awaitLine("ready"::equals, PATIENCE));
        drawn.close();
        return first.stream().<Runnable>map(process -> () -> fill(process)).toList();
    }

    private void fill(ChildJvm first) {
        Optional<ChildJvm> present = Optional.of(first);
        while (present.isPresent() && present.get().waitFor(PATIENCE) == Poisoned.KILLED) {
            present = replacement();
        }
    }

    private synchronized Optional<ChildJvm> replacement() {
        if (processes.size() == size + victims) {
            return Optional.empty();
        }
        ChildJvm process = Poisoned.start(url, line, runs);
        processes.add(process);
        return Optional.of(process);
    }

    private synchronized List<ChildJvm> all() {
        return List.copyOf(processes);
    }

    List<ChildJvm> endedWith(int code) {
        return all().stream()
                .filter(process -> process.waitFor(PATIENCE) == code)
                .toList();
    }

    /** What they wrote to their error streams. */
    String errors() {
        return all().stream().map(ChildJvm::errors).reduce("", String::concat);
    }

    @Override
    public void close() {
        drawn.close();
        all().forEach(ChildJvm::close);
    }
}
