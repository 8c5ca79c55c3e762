package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the example: {@code kill -9} in the middle, run again, and nothing that was finished is done twice. */
abstract class CheckupAfterKill {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    abstract CheckupFixture fixture(Path directory);

    @Test
    void the_next_process_goes_on_and_verifies_no_finished_shard_again() throws IOException {
        CheckupFixture checkup = fixture(directory).fill();
        Path release = directory.resolve("release");
        try (ChildJvm first = start(checkup, release)) {
            first.awaitLine(line -> line.contains(" 9/18  "), PATIENCE); // the scan and the eight shards not held
            await().atMost(PATIENCE).until(() -> checkup.starts().get(0).size() == 17);
            first.kill();
        }
        Files.createFile(release);
        try (ChildJvm second = start(checkup, release)) {
            second.awaitLine(line -> line.contains("Going on"), PATIENCE);
            assertThat(second.waitFor(PATIENCE)).as(second.errors()).isZero();
        }
        assertStarts(checkup.starts());
        checkup.assertReportIsComplete();
    }

    private static void assertStarts(List<Map<String, Long>> runs) {
        assertThat(runs).hasSize(1);
        Map<String, Long> starts = runs.get(0);
        assertThat(starts).hasSize(18).containsEntry("scan", 1L).containsEntry("report", 1L);
        for (int shard = 0; shard < HeldCheckup.FIRST_HELD; shard++) {
            assertThat(starts).containsEntry(CheckupWorkflow.shardTask(shard), 1L);
        }
        for (int shard = HeldCheckup.FIRST_HELD; shard < CheckupWorkflow.SHARDS; shard++) {
            assertThat(starts.get(CheckupWorkflow.shardTask(shard))).isGreaterThanOrEqualTo(2);
        }
    }

    private static ChildJvm start(CheckupFixture checkup, Path release) {
        List<String> arguments = new ArrayList<>(List.of(release.toString()));
        arguments.addAll(checkup.arguments());
        return ChildJvm.start(HeldCheckup.class, arguments.toArray(String[]::new));
    }
}
