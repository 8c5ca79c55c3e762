package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param backends some of {@code sqlite-full}, {@code sqlite-normal}, {@code postgres}
 * @param workloads ids, or empty for all
 * @param rounds how often each contestant does each workload, in turns
 * @param scale what the sizes of the workloads are multiplied by
 * @param peers class names of further contestants
 * @param only the beginning of the names of those who take part; empty for all
 */
record Options(
        List<String> backends, List<String> workloads, int rounds, double scale, List<String> peers, String only) {

    static final List<String> BACKENDS = List.of("sqlite-full", "sqlite-normal", "postgres");

    static final List<String> WORKLOADS = List.of(
            "W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "limits", "counts", "processes", "start-up", "heap", "jmh");

    /** What is measured in memory, once and not per database. */
    private static final Set<String> WITHOUT_DATABASE = Set.of("jmh");

    static Options parse(String... arguments) {
        Options options = new Options(BACKENDS, List.of(), 5, 1, List.of(), "");
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value. " + usage());
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    boolean wants(String id) {
        return workloads.isEmpty() || workloads.contains(id);
    }

    /** The backends, if there is anything to measure on them. */
    List<String> databases() {
        return workloads.isEmpty() || !WITHOUT_DATABASE.containsAll(workloads) ? backends : List.of();
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--backends" -> new Options(known(BACKENDS, value), workloads, rounds, scale, peers, only);
            case "--workloads" -> new Options(backends, known(WORKLOADS, value), rounds, scale, peers, only);
            case "--rounds" -> new Options(backends, workloads, Integer.parseInt(value), scale, peers, only);
            case "--scale" -> new Options(backends, workloads, rounds, Double.parseDouble(value), peers, only);
            case "--peer" -> new Options(backends, workloads, rounds, scale, added(value), only);
            case "--only" -> new Options(backends, workloads, rounds, scale, peers, value);
            default -> throw new IllegalArgumentException("unknown option " + name + ". " + usage());
        };
    }

    private List<String> added(String peer) {
        List<String> all = new ArrayList<>(peers);
        all.add(peer);
        return all;
    }

    private static List<String> known(List<String> all, String value) {
        List<String> asked = List.of(value.split(","));
        if (!all.containsAll(asked)) {
            throw new IllegalArgumentException("there are " + all + ", not all of " + asked);
        }
        return asked;
    }

    private static String usage() {
        return "Options: --backends " + String.join(",", BACKENDS)
                + " --workloads W1,W2 --rounds 5 --scale 1 --peer class.of.a.Contestant --only Cloacina";
    }
}
