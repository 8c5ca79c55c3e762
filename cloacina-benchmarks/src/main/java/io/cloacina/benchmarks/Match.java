package io.cloacina.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One workload, done by all contestants in turns, so that what the machine does meanwhile hits all of them. */
record Match(Workload workload, List<Contestant> contestants, int rounds) {

    String play(Backend backend) throws Exception {
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                if (contestant.can(workload)) {
                    try (Database database = backend.newDatabase()) {
                        double[] figure = figures(contestant, database);
                        if (round > 0) { // the first one warms up
                            figures.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                                    .add(figure);
                        }
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder("### %s %s%n".formatted(workload.id(), workload.title()));
        figures.forEach((name, all) ->
                text.append("| %-20s |".formatted(name)).append(cells(all)).append('\n'));
        return text.toString();
    }

    private static String cells(List<double[]> all) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < all.get(0).length; i++) {
            int column = i;
            cells.append(" ")
                    .append(Spread.of(all.stream().map(figure -> figure[column]).toList()))
                    .append(" |");
        }
        return cells.toString();
    }

    private double[] figures(Contestant contestant, Database database) throws Exception {
        if (workload instanceof Workload.Throughput throughput) {
            return new double[] {throughput.tasks() * 1e9 / contestant.run(database, throughput)};
        }
        if (workload instanceof Workload.Submits submits) {
            return new double[] {submits.executions() * 1e9 / contestant.submit(database, submits)};
        }
        long[] nanos = contestant.roundTrips(database, (Workload.RoundTrip) workload);
        Arrays.sort(nanos);
        return new double[] {nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6};
    }
}
