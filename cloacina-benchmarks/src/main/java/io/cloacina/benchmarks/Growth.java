package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** W7: one execution of a graph of 100, 1,000 and 10,000 tasks; what one task costs must not grow with the graph. */
final class Growth {

    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final Map<String, IntFunction<Shape>> SHAPES = new LinkedHashMap<>();

    static {
        SHAPES.put("chain", Shape::chain);
        SHAPES.put("fan-out and join", tasks -> Shape.fan(tasks - 2));
        SHAPES.put("layers of 10", tasks -> Shape.layers(tasks / 10, 10));
    }

    private Growth() {}

    static String of(Backend backend, int rounds, double scale) throws Exception {
        StringBuilder text = new StringBuilder(
                "\n| W7, µs per task | | 100 tasks | 1,000 | 10,000 | 10,000 ÷ 100 |\n|---|---|--:|--:|--:|--:|\n");
        for (Map.Entry<String, IntFunction<Shape>> shape : SHAPES.entrySet()) {
            List<Shape> graphs =
                    sizes(scale).stream().map(shape.getValue()::apply).toList();
            curves(backend, graphs, rounds)
                    .forEach((who, curve) -> text.append("| %s | %s |".formatted(shape.getKey(), who))
                            .append(line(curve)));
        }
        return text + new GrowthCounts(backend, sizes(scale)).table(SHAPES);
    }

    private static String line(List<List<Double>> curve) {
        List<Spread> spreads = curve.stream().map(Spread::of).toList();
        StringBuilder line = new StringBuilder();
        spreads.forEach(spread -> line.append(' ').append(spread).append(" |"));
        double growth = spreads.get(2).median() / spreads.get(0).median();
        return line.append(String.format(Locale.ROOT, " **%.2f** |%n", growth)).toString();
    }

    /** By contestant, and for each graph, what a task cost in each round. All take turns; the first round warms up. */
    private static Map<String, List<List<Double>>> curves(Backend backend, List<Shape> graphs, int rounds)
            throws Exception {
        Map<String, List<List<Double>>> curves = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (int graph = 0; graph < graphs.size(); graph++) {
                for (Contestant contestant : List.of(Floor.inSetsOf(64), new Cloacina())) {
                    double micros = costPerTask(contestant, backend, graphs.get(graph));
                    if (round > 0) {
                        curves.computeIfAbsent(
                                        contestant.name(),
                                        who -> graphs.stream()
                                                .map(each -> (List<Double>) new ArrayList<Double>())
                                                .toList())
                                .get(graph)
                                .add(micros);
                    }
                }
            }
        }
        return curves;
    }

    private static List<Integer> sizes(double scale) {
        return SIZES.stream().map(size -> (int) Math.max(20, size * scale)).toList();
    }

    private static double costPerTask(Contestant contestant, Backend backend, Shape shape) throws Exception {
        Workload.Throughput one = new Workload.Throughput("W7", shape.name(), shape, 1);
        try (Database database = backend.newDatabase()) {
            return contestant.run(database, one) / 1e3 / one.tasks();
        }
    }
}
