package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.FaultPoints;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A claim comes to a start or is handed back, whatever fails on the way: it is never held for nothing. */
@Timeout(60)
class BodiesTest {

    private final LoopBench bench = new LoopBench(FaultPoints.NONE);
    private @Nullable ExecutionId execution;

    @Test
    void a_task_whose_input_cannot_be_read_for_an_error_of_the_jvm_fails_by_its_retry_policy() {
        bench.bodies(new OutOfMemory()).start(List.of(claimOne()), Long.MAX_VALUE);
        assertThat(historyAfterTheEnd()).contains(EventKind.TASK_RETRY_SCHEDULED);
        assertThat(bench.engine.held().isEmpty()).isTrue();
    }

    @Test
    void a_task_whose_body_cannot_be_started_is_handed_back_with_its_slot() throws Exception {
        bench.threads.close(Duration.ZERO);
        bench.bodies(bench.engine.store().queries()).start(List.of(claimOne()), Long.MAX_VALUE);
        assertThat(bench.engine.slots().take(5)).as("what was taken for it").isEqualTo(1);
        assertThat(historyAfterTheEnd()).contains(EventKind.TASK_RELEASED);
    }

    @Test
    void a_single_task_whose_input_is_at_hand_does_not_wait_for_the_reader() {
        Claim claim = claimOne();
        bench.bodiesWithoutReader().start(List.of(claim), Long.MAX_VALUE);
        assertThat(historyAfterTheEnd()).contains(EventKind.TASK_COMPLETED);
    }

    private Claim claimOne() {
        bench.submit();
        bench.loop.step();
        Group claiming = new Group(List.of(), 1, Search.READY);
        GroupTransaction work = new GroupTransaction(
                claiming, bench.engine.definitions(), bench.engine.worker(), Duration.ofSeconds(10));
        Claim claim = bench.engine.store().transact(Lane.WORK, work).claims().get(0);
        execution = claim.ref().task().execution();
        return claim;
    }

    private List<EventKind> historyAfterTheEnd() {
        await().until(() -> bench.inbox.size() > 0);
        bench.loop.step();
        return bench.engine.store().queries().history(Objects.requireNonNull(execution), 0, 100).stream()
                .map(recorded -> recorded.event().kind())
                .toList();
    }

    private static final class OutOfMemory implements ContextReads {

        @Override
        public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
            throw new OutOfMemoryError("planted");
        }

        @Override
        public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
            throw new OutOfMemoryError("planted");
        }
    }
}
