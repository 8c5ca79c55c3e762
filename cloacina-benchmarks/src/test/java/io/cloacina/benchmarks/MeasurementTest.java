package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the benchmark goes through on both databases and prints its tables; what it measures here means nothing. */
class MeasurementTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void every_contestant_has_its_figures_on_each_database() {
        List<String> lines = measure(
                "--backends", "sqlite-normal,postgres", "--workloads", "W1,W8", "--rounds", "1", "--scale", "0.001");

        assertThat(lines)
                .filteredOn(line -> line.startsWith("## "))
                .containsExactly("## SQLite NORMAL", "## PostgreSQL");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| W1 |"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain("| – |"));
        assertThat(lines).filteredOn(line -> line.contains("more waiting |")).hasSize(2);
    }

    private static List<String> measure(String... arguments) {
        List<String> lines = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(Measurement.class, arguments)) {
            Optional<String> line = child.nextLineUnlessEnded(PATIENCE);
            while (line.isPresent()) {
                lines.add(line.get());
                line = child.nextLineUnlessEnded(PATIENCE);
            }
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
        return lines;
    }
}
