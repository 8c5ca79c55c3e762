package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A runner is opened while others write: what is rolled back because of them is tried again. */
@Timeout(60)
class OpeningTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final AtomicInteger commits = new AtomicInteger();
    private final Workflow hello =
            Workflow.named("hello").task("greet", context -> {}).build();

    private FaultPoints contendedUntil(int commit) {
        return point -> {
            if (point.equals(InMemoryStore.BEFORE_COMMIT) && commits.incrementAndGet() < commit) {
                throw new StoreException.Contended("somebody was first", null);
            }
        };
    }

    @Test
    void definitions_that_lost_against_other_writers_are_stored_again() {
        DefaultRunner runner = bench.open(bench.builder(contendedUntil(4)).workflows(hello));

        assertThat(runner.execute("hello", Context.empty()).status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Test
    void whoever_opens_is_told_when_it_goes_on_for_longer_than_a_caller_waits() {
        RunnerBuilder builder = bench.builder(contendedUntil(Integer.MAX_VALUE)).workflows(hello);

        assertThatThrownBy(builder::open).isInstanceOf(StoreException.Contended.class);
        assertThat(commits.get()).isBetween(5, 100);
    }

    @Test
    void a_runner_that_could_not_be_opened_leaves_no_thread() {
        FaultPoints down = point -> {
            throw new StoreException.ConnectionLost("the database is down", null);
        };
        RunnerBuilder builder =
                bench.builder(down).settings(s -> s.withName("unopened")).workflows(hello);

        assertThatThrownBy(builder::open).isInstanceOf(StoreException.ConnectionLost.class);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("unopened-")));
    }

    @Test
    void an_interrupt_ends_the_waiting_and_is_kept() {
        RunnerBuilder builder = bench.builder(contendedUntil(Integer.MAX_VALUE)).workflows(hello);

        Thread.currentThread().interrupt();

        assertThatThrownBy(builder::open).isInstanceOf(StoreException.Contended.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(commits).hasValue(1);
    }
}
