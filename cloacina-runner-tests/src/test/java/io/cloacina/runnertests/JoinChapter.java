package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parents of one join that end at once, in two runners. */
abstract class JoinChapter extends Chapter {

    private static final int PARENTS = 30;
    private static final int EXECUTIONS = 40;

    @Test
    void a_wide_join_runs_once_however_its_parents_race_in_two_runners() {
        Workflow workflow = Shapes.wideJoin(PARENTS, journal()::ran);
        DefaultRunner one = open(runner().workflows(workflow));
        DefaultRunner two = open(runner().workflows(workflow));
        List<ExecutionHandle> handles = new ArrayList<>();
        for (int number = 0; number < EXECUTIONS; number++) {
            handles.add((number % 2 == 0 ? one : two).start(Shapes.JOIN, Secrets.context()));
        }

        assertThat(handles).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = handles.stream().map(ExecutionHandle::id).toList();
        assertEachBodyRanOnce(ids, PARENTS + 1);
        assertNoLeaseExpired(one, ids);
        assertThat(ids).as("parents raced").anyMatch(id -> workers(one, id) == 2);
    }

    private static long workers(DefaultRunner runner, ExecutionId id) {
        return history(runner, id).stream()
                .filter(event -> event.kind() == EventKind.TASK_COMPLETED)
                .map(ExecutionEvent::worker)
                .distinct()
                .count();
    }
}
