package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One workload, done by all contestants in turns, so that what the machine does meanwhile hits all of them. */
record Match(Workload workload, List<Contestant> contestants, int rounds) {

    /** In the first rounds of a second each, a third of the processor's time goes to the compiler of the JVM. */
    private static final int WARM_UPS = 3;

    List<Row> play(Backend backend) throws Exception {
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int round = -warmUps(); round < rounds; round++) {
            for (Contestant contestant : contestants) {
                if (contestant.can(workload)) {
                    double[] figure = once(contestant, backend);
                    if (round >= 0) {
                        figures.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                                .add(figure);
                    }
                }
            }
        }
        return rows(figures);
    }

    /** A fresh process that takes part in round trips is warm by what it does before the first one that counts. */
    private int warmUps() {
        return workload instanceof Workload.RoundTrip trip && trip.otherProcess() ? 1 : WARM_UPS;
    }

    private double[] once(Contestant contestant, Backend backend) throws Exception {
        try (Database database = backend.newDatabase()) {
            return figures(contestant, database);
        }
    }

    private double[] figures(Contestant contestant, Database database) throws Exception {
        if (workload instanceof Workload.Throughput throughput) {
            Workload.Throughput share = throughput.times(contestant.share());
            return new double[] {share.tasks() * 1e9 / contestant.run(database, share)};
        }
        if (workload instanceof Workload.Submits submits) {
            Workload.Submits share = submits.times(contestant.share());
            return new double[] {share.executions() * 1e9 / contestant.submit(database, share)};
        }
        long[] nanos = contestant.roundTrips(database, (Workload.RoundTrip) workload);
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 3, nanos.length);
        Arrays.sort(warm);
        return new double[] {warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6};
    }

    private List<Row> rows(Map<String, List<double[]>> figures) {
        return workload instanceof Workload.RoundTrip
                ? List.of(row(", p50", figures, 0), row(", p99", figures, 1))
                : List.of(row("", figures, 0));
    }

    private Row row(String suffix, Map<String, List<double[]>> figures, int column) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        figures.forEach((name, all) -> spreads.put(
                name, Spread.of(all.stream().map(figure -> figure[column]).toList())));
        return new Row(workload.id(), workload.title() + suffix, spreads, workload instanceof Workload.RoundTrip);
    }
}
