package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits of which nobody knows whether they are durable. */
abstract class CutOffCommitChapter extends Chapter {

    /** Submit, and one per step of the diamond: fewer would mean that the fault was not where it should be. */
    private static final int FEWEST_COMMITS = 4;

    /** Cuts off one commit, before or after it took effect: the caller is told the same. */
    private static final class CutOff implements FaultPoints {

        private final String point;
        private final AtomicInteger commitsLeft = new AtomicInteger();

        CutOff(String point) {
            this.point = point;
        }

        /** The so-manieth commit from now on, counted from 1. */
        void atCommit(int number) {
            commitsLeft.set(number);
        }

        boolean hasHappened() {
            return commitsLeft.get() <= 0;
        }

        @Override
        public void reached(String name) {
            if (name.equals(point) && commitsLeft.getAndDecrement() == 1) {
                throw new StoreException.OutcomeUnknown("cut off at " + point, null);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.before-commit", "store.after-commit"})
    void whichever_commit_is_cut_off_no_outcome_is_lost_and_no_body_repeated(String point) {
        CutOff fault = new CutOff(point);
        DefaultRunner runner =
                open(runnerOn(Stores.open(backend().url(), fault)).workflows(Shapes.diamond(journal()::ran)));
        List<ExecutionId> executions = new ArrayList<>();
        do {
            fault.atCommit(executions.size() + 1);
            ExecutionHandle handle = runner.start(Shapes.DIAMOND, Context.empty());
            executions.add(handle.id());
            assertCompleted(handle);
        } while (fault.hasHappened());

        assertThat(executions).hasSizeGreaterThan(FEWEST_COMMITS);
        assertEachBodyRanOnce(executions, Shapes.DIAMOND_TASKS);
        assertNoLeaseExpired(runner, executions);
    }
}
