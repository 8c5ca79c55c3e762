package io.cloacina.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What Cloacina asks of a database for one workflow from its submit to its end, as the database counts it. */
final class Counts {

    private static final List<Workload.Throughput> SHAPES = List.of(
            new Workload.Throughput("W1", "one task", Shape.single(), 1000),
            new Workload.Throughput("W2", "chain of 3", Shape.chain(3), 1000),
            new Workload.Throughput("W3", "1 → 10 → 1", Shape.fan(10), 200));

    private Counts() {}

    static String table(Backend backend) throws Exception {
        StringBuilder text = new StringBuilder("%nPer workflow, counted by the database:%n%n".formatted());
        for (Workload.Throughput workload : SHAPES) {
            try (Database database = backend.newDatabase()) {
                Cloacina cloacina = new Cloacina();
                cloacina.run(database, new Workload.Throughput("", "", workload.shape(), 1)); // makes the schema
                try (Meter meter = database.meter()) {
                    cloacina.run(database, workload);
                    line(text, workload, new TreeMap<>(meter.read()));
                }
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Workload.Throughput workload, Map<String, Long> counts) {
        text.append("- ").append(workload.title()).append(':');
        counts.forEach((what, count) ->
                text.append(String.format(Locale.ROOT, " %.2f %s,", (double) count / workload.executions(), what)));
        text.setCharAt(text.length() - 1, '\n');
    }
}
