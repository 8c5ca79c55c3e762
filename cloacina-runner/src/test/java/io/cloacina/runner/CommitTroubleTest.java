package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CommitTroubleTest {

    private static final int COMMITS_OF_A_WHOLE_LIFE = 12;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final AtomicInteger bodies = new AtomicInteger();
    private final Workflow diamond = Workflow.named("diamond")
            .task("a", context -> bodies.incrementAndGet())
            .task("b", context -> bodies.incrementAndGet(), after("a"))
            .task("c", context -> bodies.incrementAndGet(), after("a"))
            .task("d", context -> bodies.incrementAndGet(), after("b", "c"))
            .build();

    /** What may go wrong around a commit. */
    enum Trouble {
        CUT_OFF_BUT_DURABLE(
                InMemoryStore.AFTER_COMMIT, () -> new StoreException.OutcomeUnknown("cut off after commit", null)),
        CUT_OFF_AND_NOT_DURABLE(
                InMemoryStore.BEFORE_COMMIT, () -> new StoreException.OutcomeUnknown("cut off before commit", null)),
        CONTENDED(InMemoryStore.BEFORE_COMMIT, () -> new StoreException.Contended("somebody was first", null)),
        CONNECTION_LOST(InMemoryStore.BEFORE_COMMIT, () -> new StoreException.ConnectionLost("reset", null)),
        OUT_OF_ROOM(InMemoryStore.BEFORE_COMMIT, () -> new StoreException.OutOfRoom("disk full", null)),
        ERROR_BEFORE(InMemoryStore.BEFORE_COMMIT, () -> {
            throw new OutOfMemoryError("planted before the commit");
        }),
        ERROR_AFTER(InMemoryStore.AFTER_COMMIT, () -> {
            throw new OutOfMemoryError("planted after the commit");
        });

        private final String point;
        private final Supplier<StoreException> error;

        Trouble(String point, Supplier<StoreException> error) {
            this.point = point;
            this.error = error;
        }

        FaultPoints atCommit(int number) {
            AtomicInteger reached = new AtomicInteger();
            return name -> {
                if (name.equals(point) && reached.incrementAndGet() == number) {
                    throw error.get();
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void trouble_at_any_commit_costs_no_outcome_and_repeats_no_body(Trouble trouble) {
        for (int commit = 2; commit <= COMMITS_OF_A_WHOLE_LIFE; commit++) {
            bodies.set(0);
            DefaultRunner runner = bench.open(bench.builder(trouble.atCommit(commit))
                    .workflows(diamond)
                    .settings(settings -> settings.withLeases(LeaseSettings.DEFAULT)));
            ExecutionResult result = runner.execute("diamond", Context.empty());
            assertThat(result.status()).as("%s at commit %d", trouble, commit).isEqualTo(ExecutionStatus.COMPLETED);
            assertThat(bodies).as("bodies, %s at commit %d", trouble, commit).hasValue(4);
            assertThat(runner.history(result.id(), 0, 100))
                    .extracting(recorded -> recorded.event().kind())
                    .as("nothing is left to the sweep, %s at commit %d", trouble, commit)
                    .doesNotContain(EventKind.TASK_LEASE_EXPIRED);
            runner.close();
        }
    }
}
