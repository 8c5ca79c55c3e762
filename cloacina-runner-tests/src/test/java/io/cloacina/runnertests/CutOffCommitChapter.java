package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits of which nobody knows whether they are durable. */
abstract class CutOffCommitChapter extends Chapter {

    /** Submit, and one per step of the diamond: fewer would mean that the fault was not where it should be. */
    private static final int FEWEST_COMMITS = 4;

    private static final int CROWD = 100;

    @ParameterizedTest
    @ValueSource(strings = {CutOff.BEFORE_COMMIT, CutOff.AFTER_COMMIT})
    void whichever_commit_is_cut_off_no_outcome_is_lost_and_no_body_repeated(String point) {
        CutOff fault = new CutOff(point);
        DefaultRunner runner =
                open(runnerOn(Stores.open(backend().url(), fault)).workflows(Shapes.diamond(journal()::ran)));
        List<ExecutionId> executions = new ArrayList<>();
        do {
            fault.atCommit(executions.size() + 1);
            ExecutionHandle handle = runner.start(Shapes.DIAMOND, Secrets.context());
            executions.add(handle.id());
            assertCompleted(handle);
        } while (fault.hasHappened());

        assertThat(executions).hasSizeGreaterThan(FEWEST_COMMITS);
        assertEachBodyRanOnce(executions, Shapes.DIAMOND_TASKS);
        assertNoLeaseExpired(runner, executions);
    }

    @Test
    void two_runners_of_which_every_fifth_commit_is_cut_off_complete_a_crowd_and_repeat_no_body() {
        Workflow diamond = Shapes.diamond(journal()::ran);
        DefaultRunner one =
                open(runnerOn(cutOffEveryFifth(CutOff.BEFORE_COMMIT)).workflows(diamond));
        DefaultRunner two = open(runnerOn(cutOffEveryFifth(CutOff.AFTER_COMMIT)).workflows(diamond));
        List<ExecutionHandle> handles = IntStream.range(0, CROWD)
                .parallel()
                .mapToObj(number -> (number % 2 == 0 ? one : two).start(Shapes.DIAMOND, Secrets.context()))
                .toList();

        assertThat(handles).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = handles.stream().map(ExecutionHandle::id).toList();
        assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
        assertNoLeaseExpired(one, ids);
    }

    private ExecutionStore cutOffEveryFifth(String point) {
        CutOff fault = new CutOff(point);
        fault.everyFifth();
        return Stores.open(backend().url(), fault);
    }
}
