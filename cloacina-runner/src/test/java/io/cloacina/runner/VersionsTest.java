package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class VersionsTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final Workflow twoTasks = Workflow.named("orders")
            .task("fetch", context -> context.put("by", "two tasks"))
            .task("ship", context -> context.put("shipped", true), after("fetch"))
            .build();
    private final Workflow oneTask = Workflow.named("orders")
            .task("fetch", context -> context.put("by", "one task"))
            .build();

    @Test
    void an_execution_goes_on_by_its_stored_graph_when_the_registered_workflow_has_grown() {
        ExecutionId id = new DeadRunner(bench.store(), oneTask).submitted();
        ExecutionResult result = bench.open(twoTasks).handleOf(id).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.tasks()).extracting(TaskResult::task).containsExactly("fetch");
    }

    @Test
    void an_execution_whose_tasks_are_not_registered_is_parked_with_the_difference_and_goes_on_where_they_are() {
        ExecutionId id = new DeadRunner(bench.store(), twoTasks).submitted();
        DefaultRunner without = bench.open(oneTask);
        await().untilAsserted(() ->
                assertThat(without.explain(id).parked().orElseThrow()).contains("ship"));
        assertThat(without.explain(id).missing()).containsExactly("task 'ship' of workflow 'orders'");
        ExecutionResult result = bench.open(twoTasks).handleOf(id).orElseThrow().result();
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Test
    void reading_an_execution_of_a_workflow_that_is_not_registered_does_not_park_it() {
        ExecutionId id = new DeadRunner(bench.store(), twoTasks).submitted();
        DefaultRunner stranger = bench.open();
        assertThat(stranger.explain(id).missing()).containsExactly("workflow 'orders'");
        assertThat(stranger.find(id).orElseThrow().parkedReason()).isNull();
        assertThat(bench.open(twoTasks).handleOf(id).orElseThrow().result().status())
                .isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(stranger.handleOf(id).orElseThrow().result().context())
                .isEqualTo(Context.of("by", "two tasks", "shipped", true));
    }

    @Test
    void an_unknown_workflow_is_refused_with_the_nearest_name() {
        DefaultRunner runner = bench.open(twoTasks);
        assertThatThrownBy(() -> runner.start("order", Context.empty()))
                .isInstanceOf(RunnerException.UnknownWorkflow.class)
                .hasMessageContaining("orders");
    }
}
