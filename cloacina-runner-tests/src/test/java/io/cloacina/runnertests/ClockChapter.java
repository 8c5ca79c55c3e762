package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits.ClockSource;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wall clocks that are set, or were never right. */
abstract class ClockChapter extends Chapter {

    private static final int AT_ONCE = 20;
    private static final List<Duration> STEPS = List.of(
            Duration.ofHours(1),
            Duration.ofHours(-1),
            Duration.ZERO,
            Duration.ofDays(1),
            Duration.ofDays(-1),
            Duration.ZERO);
    private static final String STUBBORN = "stubborn";
    private static final String HASTY = "hasty";
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Longer than any machine takes to set the clock back. */
    private static final Duration NOT_YET = Duration.ofMinutes(1);

    private final WrongClock clock = new WrongClock(Duration.ZERO);
    private final CountDownLatch isSetBack = new CountDownLatch(1);

    /** Whose clock the times in this database are of. */
    private boolean isByTheDatabasesClock() {
        try (ExecutionStore store = Stores.open(backend().url())) {
            return store.traits().clock() == ClockSource.DATABASE;
        }
    }

    @Test
    void a_clock_that_is_set_under_work_loses_nothing_and_ends_nothing_twice() {
        boolean byTheDatabase = isByTheDatabasesClock();
        DefaultRunner runner = open(clock.givenTo(runner().workflows(Shapes.diamond(journal()::ran))));
        List<ExecutionHandle> accepted = new ArrayList<>();
        for (Duration wrongBy : STEPS) {
            accepted.addAll(runner.startAll(Shapes.DIAMOND, Collections.nCopies(AT_ONCE, Context.empty())));
            clock.set(wrongBy);
        }

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = accepted.stream().map(ExecutionHandle::id).toList();
        Map<String, Long> runs = journal().runs();
        assertThat(ids).allSatisfy(id -> {
            assertNoRunIsUnexplained(runs, id, history(runner, id));
            assertEachTaskEndedOnce(history(runner, id));
        });
        if (byTheDatabase) {
            assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
        }
    }

    private static void assertEachTaskEndedOnce(List<ExecutionEvent> history) {
        assertThat(history)
                .filteredOn(event -> event.kind() == EventKind.TASK_COMPLETED)
                .extracting(ExecutionEvent::task)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, Shapes.DIAMOND_TASKS).boxed().toList());
    }

    @Test
    void a_retry_is_due_by_the_clock_that_wrote_its_time() throws InterruptedException {
        boolean byTheDatabase = isByTheDatabasesClock();
        Duration dueIn = byTheDatabase ? SOON : NOT_YET;
        DefaultRunner runner = open(clock.givenTo(runner().listener(new SetsTheClockBack())
                .workflows(failsOnce(STUBBORN, dueIn), failsOnce(HASTY, SOON))));
        ExecutionHandle handle = runner.start(STUBBORN, Context.empty());
        isSetBack.await();
        assertCompleted(runner.start(HASTY, Context.empty())); // its retry is due by the clock as it is now
        if (!byTheDatabase) {
            assertThat(handle.status()).isEqualTo(ExecutionStatus.RUNNING);
            clock.set(dueIn);
        }
        assertCompleted(handle);
    }

    /** As soon as it is stored when the retry is due. */
    private final class SetsTheClockBack implements RunnerListener {

        @Override
        public void taskRetried(TransitionEvent event) {
            clock.set(Duration.ofHours(-1));
            isSetBack.countDown();
        }
    }

    private Workflow failsOnce(String name, Duration dueIn) {
        return Workflow.named(name)
                .task(
                        "only",
                        context -> {
                            journal().ran(context);
                            if (context.attempt() == 1) {
                                throw new IllegalStateException("the first try fails");
                            }
                        },
                        TaskOptions.root()
                                .retry(RetryPolicy.fixed()
                                        .initialDelay(dueIn)
                                        .withoutJitter()
                                        .maxAttempts(2)))
                .build();
    }
}
