package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.LeaseSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runners whose wall clocks differ; there are none where the clock is the machine's and all runners have the same one. */
abstract class DifferentClocksChapter extends Chapter {

    private static final Duration WRONG_BY = Duration.ofMinutes(10);
    private static final int EACH = 100;

    @Test
    void runners_whose_clocks_differ_by_minutes_share_the_work_as_if_they_were_equal() {
        Workflow diamond = Shapes.diamond(journal()::ran);
        List<DefaultRunner> runners = List.of(sharing(diamond, WRONG_BY), sharing(diamond, WRONG_BY.negated()));
        List<ExecutionHandle> accepted = new ArrayList<>();
        for (DefaultRunner each : runners) {
            accepted.addAll(each.startAll(Shapes.DIAMOND, Collections.nCopies(EACH, Context.empty())));
        }

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = accepted.stream().map(ExecutionHandle::id).toList();
        assertNoLeaseExpired(runners.get(0), ids);
        assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
        assertThat(ids.stream()
                        .flatMap(id -> history(runners.get(0), id).stream())
                        .filter(event -> event.kind() == EventKind.TASK_CLAIMED)
                        .map(DifferentClocksChapter::runner)
                        .distinct())
                .as("who claimed")
                .hasSize(2);
    }

    /** Each write loop of a runner has a name of its own, the runner's and a number. */
    private static String runner(ExecutionEvent claim) {
        return claim.worker().substring(0, claim.worker().lastIndexOf('.'));
    }

    /** Its leases are longer than anything that happens to a busy machine, and much shorter than the clocks are apart. */
    private DefaultRunner sharing(Workflow workflow, Duration wrongBy) {
        return open(new WrongClock(wrongBy)
                .givenTo(runner().settings(settings -> settings.withLeases(LeaseSettings.DEFAULT))
                        .workflows(workflow)));
    }
}
