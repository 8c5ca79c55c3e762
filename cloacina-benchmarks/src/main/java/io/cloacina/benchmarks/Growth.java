package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** W7: one execution of a graph of 100, 1,000 and 10,000 tasks; what one task costs must not grow with the graph. */
final class Growth {

    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final List<Contestant> CONTESTANTS = List.of(Floor.inSetsOf(64), new Cloacina());
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
            Figures<Run> micros = micros(backend, graphs, rounds);
            CONTESTANTS.forEach(contestant -> text.append(line(shape.getKey(), contestant, graphs, micros)));
        }
        return text + new GrowthCounts(backend, sizes(scale)).table(SHAPES);
    }

    private static String line(String shape, Contestant contestant, List<Shape> graphs, Figures<Run> micros) {
        List<Spread> curve = graphs.stream()
                .map(graph -> micros.of(new Run(contestant, graph)))
                .toList();
        StringBuilder line = new StringBuilder("| %s | %s |".formatted(shape, contestant.name()));
        curve.forEach(spread -> line.append(' ').append(spread).append(" |"));
        double growth = curve.get(2).median() / curve.get(0).median();
        return line.append(String.format(Locale.ROOT, " **%.2f** |%n", growth)).toString();
    }

    /** What a task cost. All take turns; the first round warms up. */
    private static Figures<Run> micros(Backend backend, List<Shape> graphs, int rounds) throws Exception {
        Figures<Run> micros = new Figures<>();
        for (int round = 0; round <= rounds; round++) {
            for (Shape graph : graphs) {
                for (Contestant contestant : CONTESTANTS) {
                    double cost = costPerTask(contestant, backend, graph);
                    if (round > 0) {
                        micros.add(new Run(contestant, graph), cost);
                    }
                }
            }
        }
        return micros;
    }

    private record Run(Contestant contestant, Shape graph) {}

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
