package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.benchmarks.jmh.HotSpots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Measures what is asked for and prints one Markdown table per backend. */
final class Measurement {

    private final Options options;
    private final List<Contestant> contestants = new ArrayList<>();

    private Measurement(Options options) {
        this.options = options;
        contestants.add(Floor.oneByOne());
        contestants.add(Floor.inSetsOf(64));
        contestants.add(new Cloacina());
        options.peers().forEach(peer -> contestants.add(instance(peer)));
        contestants.removeIf(contestant -> !contestant.name().startsWith(options.only()));
    }

    public static void main(String... arguments) throws Exception {
        Measurement measurement = new Measurement(Options.parse(arguments));
        for (String backend : measurement.options.databases()) {
            measurement.run(backend);
        }
        if (measurement.options.wants("jmh")) {
            System.out.println(HotSpots.measure(measurement.options.rounds()));
        }
    }

    private void run(String backendName) throws Exception {
        try (Backend backend = backend(backendName)) {
            System.out.printf(
                    "%n## %s%n%n%s; %s; %s%n%n", backend.name(), backend.durability(), Versions.of(backend), machine());
            play(backend, contestants, workload -> options.wants(workload.id()));
            if (options.wants("limits")) {
                System.out.println("\nWhat raw JDBC could do there at best:\n");
                Limits limits = Limits.of(backend);
                play(backend, limits.contestants(), limits::has);
            }
            if (options.wants("W7")) {
                System.out.println(Growth.of(backend, options.rounds(), options.scale()));
            }
            if (options.wants("W8")) {
                System.out.println(new Backlog(backend, options.scale()).measure(options.rounds()));
            }
            if (options.wants("processes")) {
                System.out.println(Processes.of(backend, options.rounds(), options.scale()));
            }
            if (options.wants("start-up") && backend instanceof SqliteBackend) {
                System.out.println(StartUp.of(backend, options.rounds()));
            }
            if (options.wants("counts")) {
                System.out.println(Counts.table(backend));
            }
            if (options.wants("heap")) {
                System.out.println(SmallHeap.of(backend, options.scale()));
            }
            if (options.wants("W5")) {
                System.out.println(Idleness.of(backend));
            }
        }
    }

    private void play(Backend backend, List<Contestant> players, Predicate<Workload> wanted) throws Exception {
        Table table = new Table(players.stream().map(Contestant::name).toList(), Cloacina.NAME);
        System.out.println(table.head());
        Map<String, Long> peaks = new LinkedHashMap<>();
        for (Workload workload : Workloads.scaled(options.scale())) {
            if (wanted.test(workload)) {
                Heap.forgetPeak();
                new Match(workload, players, options.rounds())
                        .play(backend)
                        .forEach(row -> System.out.println(table.line(row)));
                peaks.merge(workload.id(), Heap.peak(), Math::max);
            }
        }
        System.out.println("\nPeak of this JVM's heap, garbage and all contestants included, MiB: " + peaks);
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "JDK %s, %d processors, heap at most %d MiB"
                .formatted(Runtime.version(), runtime.availableProcessors(), runtime.maxMemory() >> 20);
    }

    private static Backend backend(String name) {
        return switch (name) {
            case "sqlite-full" -> new SqliteBackend("FULL");
            case "sqlite-normal" -> new SqliteBackend("NORMAL");
            default -> new PostgresBackend();
        };
    }

    private static Contestant instance(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(Contestant.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException failure) {
            throw new IllegalArgumentException("--peer " + className + " is no contestant that can be made", failure);
        }
    }
}
