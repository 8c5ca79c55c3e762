package io.cloacina.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what is in this package and prints a table; each line in a JVM of its own. */
public final class HotSpots {

    private HotSpots() {}

    /**
     * The table.
     *
     * @param rounds how often each is measured, for 0.3 s, after as long a time to warm up
     */
    public static String measure(int rounds) throws RunnerException {
        Map<String, Map<Integer, Double>> micros = new TreeMap<>();
        for (RunResult result : new Runner(options(rounds)).run()) {
            micros.computeIfAbsent(name(result), name -> new TreeMap<>()).put(elements(result), median(result));
        }
        StringBuilder text = new StringBuilder(
                "\n| Hot spot | elements | µs | ns per element | elements | µs | ns per element | growth |\n|---|"
                        + "--:|".repeat(7)
                        + "\n");
        micros.forEach((name, sizes) -> text.append(line(name, sizes)));
        return text.toString();
    }

    private static Options options(int rounds) {
        return new OptionsBuilder()
                .include(HotSpots.class.getPackageName() + "\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .jvmArgs("-Xms256m", "-Xmx256m")
                .warmupIterations(rounds)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(300))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** Such as {@code Graph declare}. */
    private static String name(RunResult result) {
        String method = result.getParams().getBenchmark();
        return method.substring(HotSpots.class.getPackageName().length() + 1).replace("Speed.", " ");
    }

    private static int elements(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("elements"));
    }

    /** Of the rounds: what else the machine did in one of them does not count. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String line(String name, Map<Integer, Double> sizes) {
        StringBuilder line = new StringBuilder("| ").append(name).append(" |");
        List<Double> each = new ArrayList<>();
        sizes.forEach((elements, micros) -> {
            each.add(micros * 1000 / elements);
            line.append(
                    String.format(Locale.ROOT, " %,d | %,.1f | %,.1f |", elements, micros, micros * 1000 / elements));
        });
        return line.append(String.format(Locale.ROOT, " **%.2f** |%n", each.get(1) / each.get(0)))
                .toString();
    }
}
