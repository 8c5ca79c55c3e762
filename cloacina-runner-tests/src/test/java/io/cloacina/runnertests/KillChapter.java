package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code kill -9}: no hook, no finally, no flush. */
abstract class KillChapter extends Chapter {

    @Test
    void tasks_of_a_killed_process_run_again_elsewhere_and_finished_ones_do_not() {
        List<ExecutionId> held = new ArrayList<>();
        try (ChildJvm doomed = HoldingRunner.start(backend().url(), journal())) {
            for (int number = 0; number < HoldingRunner.EXECUTIONS; number++) {
                held.add(idIn(doomed.awaitLine(line -> line.startsWith("holding "), PATIENCE)));
            }
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(HoldingRunner.workflow(journal()::ran)));

        assertThat(held).doesNotHaveDuplicates().allSatisfy(id -> {
            assertCompleted(heir.handleOf(id).orElseThrow());
            assertThat(runsOf(id, "before", "held", "behind")).containsExactly(1L, 2L, 1L);
            assertThat(expiries(heir, id)).isEqualTo(1);
        });
    }

    private List<Long> runsOf(ExecutionId id, String... tasks) {
        Map<String, Long> runs = journal().runs();
        return List.of(tasks).stream().map(task -> runs.get(id + "/" + task)).toList();
    }

    private static long expiries(DefaultRunner runner, ExecutionId id) {
        return history(runner, id).stream()
                .filter(event -> event.kind() == EventKind.TASK_LEASE_EXPIRED)
                .count();
    }

    @Test
    void whatever_a_killed_crowd_was_promised_is_completed_by_another_process() throws IOException {
        Path gate = Files.createFile(folder.resolve("gate"));
        List<ExecutionId> accepted = new ArrayList<>();
        try (ChildJvm doomed = Callers.start(backend().url(), journal(), gate, 1_000, Leases.SHORT)) {
            for (int number = 0; number < 300; number++) {
                accepted.add(idIn(doomed.awaitLine(line -> line.startsWith("accepted "), PATIENCE)));
            }
            doomed.kill();
        }
        DefaultRunner heir = open(runner().workflows(Shapes.diamond(journal()::ran)));

        assertThat(accepted).allSatisfy(id -> assertCompleted(heir.handleOf(id).orElseThrow()));
        Map<String, Long> runs = journal().runs();
        assertThat(accepted).allSatisfy(id -> assertNoRunIsUnexplained(runs, id, history(heir, id)));
    }

    private static ExecutionId idIn(String line) {
        return ExecutionId.of(line.substring(line.indexOf(' ') + 1));
    }
}
