package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadinessTest {

    private static final int SAMPLES = 40;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Report report =
            new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), Backend.SQLITE, 1, "this build");

    @Test
    void what_stays_as_it_is_keeps_every_limit() {
        new Steadiness(report, "load", steady()).report(true);
        assertThat(report.isBroken()).as(lines.toString(StandardCharsets.UTF_8)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"used heap after a collection", "threads", "descriptors", "connections"})
    void what_grows_by_a_quarter_once_settled_breaks_a_limit(String name) {
        Map<String, Series> series = steady();
        series.put(name, rising(1_000, 1_000 / SAMPLES));
        new Steadiness(report, "load", series).report(false);
        assertThat(lines.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"ok\":false")))
                .singleElement()
                .asString()
                .contains("growth of");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "20, false"})
    void a_load_that_is_too_slow_or_too_small_breaks_a_limit(double tasksASecond, boolean isLong) {
        Map<String, Series> series = steady();
        series.put("tasks", rising(0, tasksASecond));
        new Steadiness(report, "load", series).report(isLong);
        assertThat(report.isBroken()).isTrue();
    }

    private static Map<String, Series> steady() {
        Map<String, Series> series = new HashMap<>();
        for (String name : new String[] {
            "used heap after a collection",
            "threads",
            "descriptors",
            "connections",
            "write-ahead log",
            "dead rows per live row",
            "database"
        }) {
            series.put(name, rising(1, 0));
        }
        series.put("tasks", rising(0, 1_000));
        return series;
    }

    /** A sample each second. */
    private static Series rising(double from, double each) {
        Series series = new Series();
        for (int second = 0; second < SAMPLES; second++) {
            series.add(second, from + second * each);
        }
        return series;
    }
}
