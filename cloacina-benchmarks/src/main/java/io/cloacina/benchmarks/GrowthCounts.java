package io.cloacina.benchmarks;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** W7 as the database counts it: what each task of a graph adds to an execution of one task. */
record GrowthCounts(Backend backend, List<Integer> sizes) {

    String table(Map<String, IntFunction<Shape>> shapes) {
        StringBuilder text =
                new StringBuilder("\n| W7, counted per task | 100 tasks | 1,000 | 10,000 |\n|---|--:|--:|--:|\n");
        Map<String, Long> single = counts(Shape.single());
        shapes.forEach((name, shape) -> lines(shape, single)
                .forEach((what, line) -> text.append("| ")
                        .append(name)
                        .append(", ")
                        .append(what)
                        .append(" |")
                        .append(line)
                        .append('\n')));
        return text.toString();
    }

    /** For each thing that is counted the figures at all sizes. */
    private Map<String, String> lines(IntFunction<Shape> shape, Map<String, Long> single) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (int size : sizes) {
            Shape graph = shape.apply(size);
            Map<String, Long> counts = counts(graph);
            single.forEach((what, once) -> {
                double each = (double) (counts.getOrDefault(what, 0L) - once) / (graph.tasks() - 1);
                lines.merge(what, String.format(Locale.ROOT, " %.2f |", each), String::concat);
            });
        }
        return lines;
    }

    private Map<String, Long> counts(Shape shape) {
        Workflow workflow = shape.workflow(context -> {});
        try (Database database = backend.newDatabase()) {
            DefaultRunner.open(database.url(), workflow).close(); // makes the schema
            try (Meter meter = database.meter()) {
                run(database, workflow);
                return new TreeMap<>(meter.read());
            }
        }
    }

    private static void run(Database database, Workflow workflow) {
        try (DefaultRunner runner = DefaultRunner.open(database.url(), workflow)) {
            runner.execute(workflow.name(), Context.empty()).requireCompleted();
        }
    }
}
