package io.cloacina.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A soak of a minute: long enough to see a leak of some hundred bytes per task, which is a tenth of the used heap. */
@Timeout(300)
class SteadyLoadTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    /** On both databases at once: a build has no minute for each. */
    @Test
    void used_heap_threads_and_descriptors_grow_by_no_more_than_a_tenth_while_256_mebibytes_work_at_full_speed()
            throws Exception {
        List<Callable<Outcome>> loads = new ArrayList<>();
        for (Backend backend : Backend.values()) {
            loads.add(() -> Outcome.on(backend));
        }
        List<Outcome> outcomes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(loads.size());
        try {
            for (Future<Outcome> load : threads.invokeAll(loads)) {
                load.get().print();
                outcomes.add(load.get());
            }
        } finally {
            threads.shutdownNow();
        }
        outcomes.forEach(Outcome::requireSteady);
    }

    /** What was said of one, and whether a limit was broken. */
    private record Outcome(Backend backend, String said, boolean broken) {

        static Outcome on(Backend backend) throws Exception {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            Report report = new Report(new PrintStream(lines, true, StandardCharsets.UTF_8), backend, 1, "this build");
            try (Scene scene = new Scene(backend, 1, report)) {
                new SteadyLoad().take(scene, A_WHILE);
            }
            return new Outcome(backend, lines.toString(StandardCharsets.UTF_8), report.isBroken());
        }

        void print() {
            System.out.print(said);
        }

        void requireSteady() {
            assertThat(said).contains("growth of the used heap", "growth of threads", "growth of descriptors");
            if (backend == Backend.POSTGRES) {
                assertThat(said).contains("growth of connections");
            }
            assertThat(broken).as(said).isFalse();
        }
    }
}
