package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import io.cloacina.runner.ExecutionResult;
import org.junit.jupiter.api.Test;

/** One end that decides about thousands of tasks: the statements of a database are bounded, its transactions are not. */
abstract class LongChainChapter extends Chapter {

    private static final int LENGTH = 10_000;

    @Test
    void a_failure_at_the_head_of_a_chain_skips_all_of_it_and_runs_what_always_runs() {
        ExecutionResult result = open(runner().workflows(chain()))
                .execute("chain", Secrets.context().put("run", 7));

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.tasks())
                .filteredOn(task -> task.status() == TaskStatus.SKIPPED)
                .hasSize(LENGTH - 1);
        assertThat(result.context()).isEqualTo(Secrets.context().put("run", 7).put("reported", true));
        assertThat(Rows.of(backend(), "select status, count(*) from task_executions group by status order by status"))
                .containsExactly("COMPLETED 1", "FAILED 1", "SKIPPED " + (LENGTH - 1));
    }

    /** {@code task-0} fails, so many follow one after the other, and {@code report} runs whatever happened to them. */
    private static Workflow chain() {
        WorkflowBuilder chain = Workflow.named("chain")
                .task(
                        "task-0",
                        context -> {
                            throw new IllegalStateException(Secrets.of("the head fails"));
                        },
                        root().retry(RetryPolicy.none()));
        for (int number = 1; number < LENGTH; number++) {
            chain.task("task-" + number, context -> {}, after("task-" + (number - 1)));
        }
        return chain.task(
                        "report",
                        context -> context.put("reported", true),
                        after("task-" + (LENGTH - 1)).when(TriggerRule.always()))
                .build();
    }
}
