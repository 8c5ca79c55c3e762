package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What waits for a slot gets it in its turn. */
abstract class TurnChapter extends Chapter {

    private static final int WAITING = 100;
    private static final String NAME = "in turn";

    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    /**
     * A transaction claims one here. Where a second loop writes, it may claim the next one while the first one's claim is not
     * committed: nobody is passed over by more than follows from that.
     */
    @Test
    void of_one_priority_what_was_started_first_is_claimed_first() throws Exception {
        DefaultRunner runner = open(runner().maxConcurrentTasks(1)
                .settings(settings -> settings.withGroupLimit(1))
                .workflows(workflow(context -> {
                    taken.countDown();
                    free.await();
                })));
        ExecutionHandle first = runner.start(NAME, Secrets.context());
        assertThat(taken.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        List<ExecutionHandle> waiting = Stream.generate(() -> runner.start(NAME, Secrets.context()))
                .limit(WAITING)
                .toList();
        free.countDown();

        assertCompleted(first);
        assertThat(waiting).allSatisfy(Chapter::assertCompleted);
        List<Long> claims =
                waiting.stream().map(handle -> claimOf(runner, handle.id())).toList();
        assertThat(IntStream.range(0, WAITING).mapToObj(started -> overtakenBy(claims, started)))
                .allSatisfy(overtaken -> assertThat(overtaken).isLessThanOrEqualTo(1));
    }

    private static Workflow workflow(TaskBody body) {
        return Workflow.named(NAME).task("only", body).build();
    }

    private static long claimOf(DefaultRunner runner, ExecutionId id) {
        return runner.history(id, 0, 100).stream()
                .filter(recorded -> recorded.event().kind() == EventKind.TASK_CLAIMED)
                .mapToLong(RecordedEvent::sequence)
                .findFirst()
                .orElseThrow();
    }

    /** How many were started before this one and claimed behind it. */
    private static long overtakenBy(List<Long> claims, int started) {
        return claims.subList(0, started).stream()
                .filter(earlier -> earlier > claims.get(started))
                .count();
    }
}
