package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Report report =
            new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), Backend.POSTGRES, 7, "abc1234");

    @Test
    void a_number_is_one_line_of_json_with_everything_that_it_depends_on() {
        report.atMost(2, "lost leases", 1.5, "times");
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("{\"figure\":\"lost leases\",\"value\":1.500,\"unit\":\"times\","
                        + "\"limit\":\"<= 2\",\"ok\":true,\"seed\":7,\"backend\":\"postgres\",\"commit\":\"abc1234\","
                        + "\"jdk\":\"" + Runtime.version() + "\"}");
        assertThat(report.isBroken()).isFalse();
    }

    @Test
    void a_number_that_is_none_is_null_and_breaks_its_limit() {
        report.tell("growth", Double.NaN, "times");
        assertThat(lines.toString(StandardCharsets.UTF_8)).contains("\"value\":null", "\"ok\":false");
        assertThat(report.isBroken()).isTrue();
    }

    @Test
    void a_limit_that_is_broken_is_remembered() {
        report.tell("whatever", 1e9, "times");
        report.atLeast(3, "rounds", 3, "times");
        assertThat(report.isBroken()).isFalse();
        report.atLeast(3, "rounds", 2, "times");
        report.atMost(3, "rounds", 2, "times");
        assertThat(report.isBroken()).isTrue();
    }
}
