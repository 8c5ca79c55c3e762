package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The history says when an execution was parked and when not any more, and nothing that did not happen. */
@Timeout(60)
class ParkingTest {

    private final Set<ExecutionId> illegible = new HashSet<>();
    private final LoopBench bench = new LoopBench(FaultPoints.NONE, store -> new Illegible(store, illegible));
    private final Parking parking = new Parking(bench.engine);

    @Test
    void an_execution_that_cannot_be_read_is_parked_once_however_often_it_is_looked_at() {
        ExecutionId execution = submit();

        for (int look = 0; look < 3; look++) {
            findUnreadable(execution);
            parking.look();
        }

        assertThat(parkedEvents(execution)).isEqualTo(1);
    }

    @Test
    void an_execution_that_has_ended_is_not_said_to_be_parked() {
        ExecutionId execution = submit();
        bench.inbox.add(new Cancellation(
                execution, Ending.CANCELLED, "wanted", new CompletableFuture<>(), bench.time.nanoTime()));
        bench.loop.step();
        assertThat(bench.engine.store().queries().find(execution).orElseThrow().status())
                .isEqualTo(ExecutionStatus.CANCELLED);

        findUnreadable(execution);
        parking.look();

        assertThat(parkedEvents(execution)).isZero();
    }

    @Test
    void one_execution_that_cannot_be_read_does_not_keep_others_of_its_definition_from_being_parked() {
        Workflow renamed =
                Workflow.named("single").task("renamed", context -> {}).build();
        Parking stranger = new Parking(bench.engineOf(renamed));
        ExecutionId spoiled = submit();
        illegible.add(spoiled);
        stranger.look();
        unparkAsAnOldVersionWould(spoiled);

        ExecutionId good = submit();
        stranger.look();

        assertThat(parkedEvents(good)).isEqualTo(1);
    }

    private ExecutionId submit() {
        var answer = bench.submit();
        bench.loop.step();
        return answer.join().stored();
    }

    private void findUnreadable(ExecutionId execution) {
        bench.engine.setAside(new StoreException.Unreadable(execution, "planted", null));
    }

    private void unparkAsAnOldVersionWould(ExecutionId execution) {
        bench.engine.store().transact(Lane.WORK, tx -> tx.park(List.of(execution), null));
    }

    private long parkedEvents(ExecutionId execution) {
        illegible.clear();
        return bench.engine.store().queries().history(execution, 0, 100).stream()
                .filter(recorded -> recorded.event().kind() == EventKind.EXECUTION_PARKED)
                .count();
    }
}
