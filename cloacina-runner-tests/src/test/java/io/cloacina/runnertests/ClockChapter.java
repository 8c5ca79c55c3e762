package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits.ClockSource;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.RunnerClock;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private static final Duration DUE_IN = Duration.ofSeconds(1);

    private final WrongClock clock = new WrongClock(Duration.ZERO);

    /** Whose clock the times in this database are of. */
    private boolean isByTheDatabasesClock() {
        try (ExecutionStore store = Stores.open(backend().url())) {
            return store.traits().clock() == ClockSource.DATABASE;
        }
    }

    @Test
    void a_clock_that_is_set_under_work_loses_nothing_and_ends_nothing_twice() {
        boolean byTheDatabase = isByTheDatabasesClock();
        DefaultRunner runner = open(RunnerClock.given(runner().workflows(Shapes.diamond(journal()::ran)), clock));
        List<ExecutionHandle> accepted = new ArrayList<>();
        for (Duration wrongBy : STEPS) {
            accepted.addAll(runner.startAll(Shapes.DIAMOND, Collections.nCopies(AT_ONCE, Context.empty())));
            clock.set(wrongBy);
        }

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = accepted.stream().map(ExecutionHandle::id).toList();
        Map<String, Long> runs = journal().runs();
        assertThat(ids).allSatisfy(id -> assertNoRunIsUnexplained(runs, id, history(runner, id)));
        if (byTheDatabase) {
            assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
        }
    }

    @Test
    void a_retry_is_due_by_the_clock_that_wrote_its_time() {
        boolean byTheDatabase = isByTheDatabasesClock();
        DefaultRunner runner =
                open(RunnerClock.given(runner().listener(new SetsTheClockBack()).workflows(stubborn()), clock));
        ExecutionHandle handle = runner.start(STUBBORN, Context.empty());
        if (!byTheDatabase) {
            await().pollDelay(DUE_IN.multipliedBy(2)).until(() -> true);
            assertThat(handle.status()).isEqualTo(ExecutionStatus.RUNNING);
            clock.set(DUE_IN);
        }
        assertCompleted(handle);
    }

    /** As soon as it is stored when the retry is due. */
    private final class SetsTheClockBack implements RunnerListener {

        @Override
        public void taskRetried(TransitionEvent event) {
            clock.set(Duration.ofHours(-1));
        }
    }

    private Workflow stubborn() {
        return Workflow.named(STUBBORN)
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
                                        .initialDelay(DUE_IN)
                                        .withoutJitter()
                                        .maxAttempts(2)))
                .build();
    }

    @Test
    void runners_whose_clocks_differ_by_minutes_share_the_work_as_if_they_were_equal() {
        // where the clock is the machine's, all runners have the same one
        Duration wrongBy = isByTheDatabasesClock() ? Duration.ofMinutes(10) : Duration.ZERO;
        Workflow diamond = Shapes.diamond(journal()::ran);
        List<DefaultRunner> runners = List.of(sharing(diamond, wrongBy), sharing(diamond, wrongBy.negated()));
        List<ExecutionHandle> accepted = new ArrayList<>();
        for (DefaultRunner each : runners) {
            accepted.addAll(each.startAll(Shapes.DIAMOND, Collections.nCopies(5 * AT_ONCE, Context.empty())));
        }

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        List<ExecutionId> ids = accepted.stream().map(ExecutionHandle::id).toList();
        assertNoLeaseExpired(runners.get(0), ids);
        assertEachBodyRanOnce(ids, Shapes.DIAMOND_TASKS);
    }

    /** Its leases are longer than anything that happens to a busy machine, and much shorter than the clocks are apart. */
    private DefaultRunner sharing(Workflow workflow, Duration wrongBy) {
        return open(RunnerClock.given(
                runner().settings(settings -> settings.withLeases(LeaseSettings.DEFAULT))
                        .workflows(workflow),
                new WrongClock(wrongBy)));
    }
}
