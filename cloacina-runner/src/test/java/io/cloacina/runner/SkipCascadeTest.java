package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class SkipCascadeTest {

    private static final int LENGTH = 10_000;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    @Test
    void a_failure_at_the_head_of_a_long_chain_skips_all_of_it_and_runs_what_always_runs() {
        WorkflowBuilder builder = Workflow.named("chain")
                .task(
                        "task-0",
                        context -> {
                            throw new IllegalStateException("the head fails");
                        },
                        root().retry(RetryPolicy.none()));
        for (int i = 1; i < LENGTH; i++) {
            builder.task("task-" + i, context -> {}, after("task-" + (i - 1)));
        }
        builder.task(
                "report",
                context -> context.put("reported", true),
                after("task-" + (LENGTH - 1)).when(TriggerRule.always()));
        DefaultRunner runner = bench.open(builder.build());
        ExecutionResult result = runner.execute("chain", Context.of("run", 7));
        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.tasks().stream().filter(task -> task.status() == TaskStatus.SKIPPED))
                .hasSize(LENGTH - 1);
        assertThat(result.context()).isEqualTo(Context.of("run", 7, "reported", true));
    }
}
