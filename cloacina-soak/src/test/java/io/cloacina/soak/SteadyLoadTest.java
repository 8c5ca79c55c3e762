package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A soak of a few seconds: long enough to see a leak of some hundred bytes per task, which is a tenth of the used heap. */
class SteadyLoadTest {

    private static final Duration A_WHILE = Duration.ofSeconds(25);

    @Test
    void used_heap_threads_and_descriptors_grow_by_no_more_than_a_tenth_while_256_mebibytes_work_at_full_speed()
            throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Report report =
                new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), Backend.SQLITE, 1, "this build");
        try (Scene scene = new Scene(Backend.SQLITE, 1, report)) {
            new SteadyLoad().take(scene, A_WHILE);
        }
        String said = lines.toString(StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(said).contains("growth of the used heap", "growth of threads", "growth of descriptors");
        assertThat(report.isBroken()).as(said).isFalse();
    }
}
