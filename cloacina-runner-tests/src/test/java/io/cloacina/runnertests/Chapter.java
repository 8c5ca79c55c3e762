package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.RunnerBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the chapters of both suites share: a database, runners on it, and a journal of what bodies did. */
@ExtendWith(BackendExtension.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
abstract class Chapter {

    /** When a test gives up; nothing is measured by it. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private @Nullable Backend backend;
    private boolean spoilt;
    private final List<DefaultRunner> runners = new ArrayList<>();

    final void begin(Backend fresh) {
        backend = fresh;
    }

    final Backend backend() {
        return Objects.requireNonNull(backend);
    }

    /** Says that this test leaves its database in a state that nobody may find good. */
    final void spoil() {
        spoilt = true;
    }

    final boolean isSpoilt() {
        return spoilt;
    }

    final Journal journal() {
        return new Journal(folder.resolve("journal"));
    }

    /** A patient runner on this test's database. */
    final RunnerBuilder runner() {
        return DefaultRunner.builder().url(backend().url()).settings(Leases.PATIENT::in);
    }

    /** The same on a store that the test has changed. */
    final RunnerBuilder runnerOn(ExecutionStore store) {
        return DefaultRunner.builder().store(store).settings(Leases.PATIENT::in);
    }

    /** Opens a runner that is closed after the test, before the invariants are looked at. */
    final DefaultRunner open(RunnerBuilder builder) {
        DefaultRunner runner = builder.open();
        runners.add(runner);
        return runner;
    }

    final void closeRunners() {
        runners.forEach(DefaultRunner::close);
    }

    static void assertCompleted(ExecutionHandle handle) {
        ExecutionResult result = handle.result(PATIENCE);
        assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    /** What an execution went through, in order. */
    static List<ExecutionEvent> history(DefaultRunner runner, ExecutionId id) {
        return runner.history(id, 0, 1000).stream().map(RecordedEvent::event).toList();
    }

    /** All that a journal must hold when every body of these executions ran once, and none ran besides. */
    final void assertEachBodyRanOnce(Collection<ExecutionId> executions, int tasks) {
        assertThat(journal().runs())
                .hasSize(executions.size() * tasks)
                .allSatisfy((task, runs) -> assertThat(runs).as(task).isEqualTo(1));
    }

    static void assertNoLeaseExpired(DefaultRunner runner, Collection<ExecutionId> executions) {
        assertThat(executions)
                .allSatisfy(id -> assertThat(history(runner, id))
                        .extracting(ExecutionEvent::kind)
                        .doesNotContain(EventKind.TASK_LEASE_EXPIRED));
    }

    /** A body runs again only when the claim under which it ran was taken away. */
    static void assertNoRunIsUnexplained(Map<String, Long> runs, ExecutionId id, List<ExecutionEvent> history) {
        for (int ordinal = 0; ordinal < Shapes.DIAMOND_TASKS; ordinal++) {
            int task = ordinal;
            long claims = history.stream()
                    .filter(event -> event.kind() == EventKind.TASK_CLAIMED && event.task() == task)
                    .count();
            assertThat(runs.get(id + "/" + "abcd".charAt(task)))
                    .as("%s task %d", id, task)
                    .isBetween(1L, claims);
        }
    }
}
