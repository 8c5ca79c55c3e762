package io.cloacina.benchmarks;

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
                "\n| W7 | 100 tasks, µs per task | 1,000 | 10,000 | 10,000 ÷ 100 |\n|---|--:|--:|--:|--:|\n");
        for (Map.Entry<String, IntFunction<Shape>> shape : SHAPES.entrySet()) {
            List<Spread> curve = new ArrayList<>();
            for (int size : sizes(scale)) {
                curve.add(costPerTask(backend, shape.getValue().apply(size), rounds));
            }
            text.append("| ").append(shape.getKey()).append(" | ");
            curve.forEach(spread -> text.append(spread).append(" | "));
            double growth = curve.get(2).median() / curve.get(0).median();
            text.append(String.format(Locale.ROOT, "**%.2f** |%n", growth));
        }
        return text + new GrowthCounts(backend, sizes(scale)).table(SHAPES);
    }

    private static List<Integer> sizes(double scale) {
        return SIZES.stream().map(size -> (int) Math.max(20, size * scale)).toList();
    }

    private static Spread costPerTask(Backend backend, Shape shape, int rounds) throws Exception {
        Workload.Throughput one = new Workload.Throughput("W7", shape.name(), shape, 1);
        List<Double> micros = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            try (Database database = backend.newDatabase()) {
                double cost = new Cloacina().run(database, one) / 1e3 / one.tasks();
                if (round > 0) {
                    micros.add(cost);
                }
            }
        }
        return Spread.of(micros);
    }
}
