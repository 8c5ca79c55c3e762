package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Many callers of several processes on one database. */
abstract class CrowdChapter extends Chapter {

    private static final int PER_THREAD = 32;
    private static final int EXECUTIONS = 2 * Callers.THREADS * PER_THREAD;

    @Test
    void two_processes_of_sixteen_callers_complete_everything_once_and_warn_of_nothing() throws IOException {
        Path gate = folder.resolve("gate");
        try (ChildJvm one = callers(gate);
                ChildJvm two = callers(gate)) {
            one.awaitLine("open"::equals, PATIENCE);
            two.awaitLine("open"::equals, PATIENCE);
            String saidOneAtOpen = one.errors();
            String saidTwoAtOpen = two.errors();

            Files.createFile(gate);
            assertThat(one.waitFor(PATIENCE)).as(one.errors()).isZero();
            assertThat(two.waitFor(PATIENCE)).as(two.errors()).isZero();

            assertThat(one.errors()).isEqualTo(saidOneAtOpen);
            assertThat(two.errors()).isEqualTo(saidTwoAtOpen);
        }
        assertThat(Rows.of(backend(), "select status, count(*) from workflow_executions group by status"))
                .containsExactly("COMPLETED " + EXECUTIONS);
        assertThat(journal().runs())
                .hasSize(EXECUTIONS * Shapes.DIAMOND_TASKS)
                .allSatisfy((task, runs) -> assertThat(runs).as(task).isEqualTo(1));
        assertThat(journal().runsByProcess()).as("both processes worked").hasSize(2);
    }

    private ChildJvm callers(Path gate) {
        return Callers.start(backend().url(), journal(), gate, PER_THREAD, Leases.PATIENT_AND_LOUD);
    }
}
