package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the benchmark goes through on both databases and prints its tables; what it measures here means nothing. */
@Timeout(300)
class BenchmarksTest {

    @Test
    void every_contestant_has_its_figures_on_each_database() {
        List<String> lines = new ArrayList<>();
        Benchmarks.measure(
                lines::add,
                "--backends",
                "sqlite-normal,postgres",
                "--workloads",
                "W1,W8",
                "--rounds",
                "1",
                "--scale",
                "0.001");

        assertThat(lines)
                .filteredOn(line -> line.startsWith("## "))
                .containsExactly("## SQLite NORMAL", "## PostgreSQL");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| W1 |"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain("| – |"));
        assertThat(lines).filteredOn(line -> line.contains("more waiting |")).hasSize(2);
    }
}
