package io.cloacina.soak;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints one JSON line per number, and remembers whether one broke its limit. Thread-safe. */
final class Report {

    private final PrintStream out;
    private final String backend;
    private final String where;
    private boolean broken;

    /** @param commit what was built, as git names it */
    Report(PrintStream out, Backend backend, long seed, String commit) {
        this.out = out;
        this.backend = backend.name().toLowerCase(Locale.ROOT);
        this.where = "\"seed\":%d,\"backend\":\"%s\",\"commit\":\"%s\",\"jdk\":\"%s\""
                .formatted(seed, this.backend, commit, Runtime.version());
    }

    /** A number that has no limit. */
    void tell(String name, Number value, String unit) {
        print(name, value.doubleValue(), unit, null, true);
    }

    /** A number that must not be larger. */
    void atMost(double limit, String name, Number value, String unit) {
        print(name, value.doubleValue(), unit, "<= " + text(limit), value.doubleValue() <= limit);
    }

    /** A number that must not be smaller. */
    void atLeast(double limit, String name, Number value, String unit) {
        print(name, value.doubleValue(), unit, ">= " + text(limit), value.doubleValue() >= limit);
    }

    /** Something that must not be: its number is 1 where it is, with words about it on the error stream. */
    void failed(String name, Throwable failure) {
        System.err.println(backend + ": " + name + " failed");
        failure.printStackTrace();
        atMost(0, name + ": did not come to its end", 1, "times");
    }

    /** What stands behind a broken limit, for whoever looks into it. */
    void explain(String words) {
        System.err.println(backend + ": " + words);
    }

    synchronized boolean isBroken() {
        return broken;
    }

    private synchronized void print(String name, double value, String unit, @Nullable String limit, boolean kept) {
        broken |= !kept || !Double.isFinite(value);
        out.printf(
                Locale.ROOT,
                "{\"figure\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"limit\":%s,\"ok\":%s,%s}%n",
                name,
                text(value),
                unit,
                limit == null ? "null" : '"' + limit + '"',
                kept && Double.isFinite(value),
                where);
        out.flush();
    }

    /** Of a number that is none, as JSON has it. */
    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3f", value);
    }
}
