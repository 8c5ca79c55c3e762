package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ListenerTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final Workflow chain = Workflow.named("chain")
            .task("first", context -> {})
            .task("second", context -> {}, after("first"))
            .build();

    @Test
    void a_listener_sees_every_transition_in_the_order_of_the_history() {
        List<TransitionEvent> seen = new CopyOnWriteArrayList<>();
        RunnerListener listener = new RunnerListener() {
            @Override
            public void onEvent(TransitionEvent event) {
                seen.add(event);
            }
        };
        DefaultRunner runner = bench.open(bench.builder().workflows(chain).listener(listener));
        ExecutionResult result = runner.execute("chain", Context.empty());
        List<EventKind> history = runner.history(result.id(), 0, 100).stream()
                .map(recorded -> recorded.event().kind())
                .toList();
        await().untilAsserted(
                        () -> assertThat(seen).extracting(TransitionEvent::kind).containsExactlyElementsOf(history));
        assertThat(seen).extracting(TransitionEvent::workflow).containsOnly("chain");
    }

    @Test
    void a_listener_that_throws_changes_no_outcome_and_hides_nothing_from_the_next_one() {
        List<EventKind> seen = new CopyOnWriteArrayList<>();
        RunnerListener broken = new RunnerListener() {
            @Override
            public void onEvent(TransitionEvent event) {
                throw new AssertionError("a broken listener");
            }
        };
        RunnerListener next = new RunnerListener() {
            @Override
            public void executionEnded(TransitionEvent event) {
                seen.add(event.kind());
            }
        };
        DefaultRunner runner =
                bench.open(bench.builder().workflows(chain).listener(broken).listener(next));
        assertThat(runner.execute("chain", Context.empty()).status()).isEqualTo(ExecutionStatus.COMPLETED);
        await().untilAsserted(() -> assertThat(seen).containsExactly(EventKind.EXECUTION_COMPLETED));
    }
}
