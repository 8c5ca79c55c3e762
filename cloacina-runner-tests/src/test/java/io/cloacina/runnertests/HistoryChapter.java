package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The history under load, also where two loops write at once. */
abstract class HistoryChapter extends Chapter {

    private static final int EXECUTIONS = 200;

    @Test
    void under_load_each_history_tells_causes_before_effects() {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(journal()::ran)));
        List<ExecutionHandle> handles = IntStream.range(0, EXECUTIONS)
                .parallel()
                .mapToObj(number -> runner.start(Shapes.DIAMOND, Secrets.context()))
                .toList();

        assertThat(handles).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = handles.stream().map(ExecutionHandle::id).toList();
        assertThat(ids).allSatisfy(id -> assertCausal(told(runner, id)));
        assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
    }

    /** {@code TASK_COMPLETED 2} and the like. */
    private static List<String> told(DefaultRunner runner, ExecutionId id) {
        return history(runner, id).stream().map(HistoryChapter::told).toList();
    }

    private static String told(ExecutionEvent event) {
        return event.task() == null ? event.kind().name() : event.kind() + " " + event.task();
    }

    private static void assertCausal(List<String> told) {
        for (String side : List.of("1", "2")) {
            assertThat(told)
                    .hasSize(14)
                    .containsSubsequence(
                            "EXECUTION_SUBMITTED",
                            "EXECUTION_STARTED",
                            "TASK_CLAIMED 0",
                            "TASK_COMPLETED 0",
                            "TASK_READY " + side,
                            "TASK_CLAIMED " + side,
                            "TASK_COMPLETED " + side,
                            "TASK_READY 3",
                            "TASK_CLAIMED 3",
                            "TASK_COMPLETED 3",
                            "EXECUTION_COMPLETED");
        }
    }
}
