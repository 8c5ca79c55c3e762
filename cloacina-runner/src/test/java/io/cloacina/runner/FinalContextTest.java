package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextConflictException;
import io.cloacina.domain.context.MergeFunction;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A result is there on every terminal status; what keeps its context from being told is told where it is asked for. */
@Timeout(60)
class FinalContextTest {

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private static Workflow forked(ConflictPolicy policy) {
        return Workflow.named("forked")
                .task("left", context -> context.put("side", "left"))
                .task("right", context -> context.put("side", "right"))
                .onConflict(policy)
                .build();
    }

    @Test
    void leaves_in_conflict_leave_a_result_with_everything_but_the_context() {
        DefaultRunner runner = bench.open(forked(ConflictPolicy.fail()));

        ExecutionResult result = runner.execute("forked", Context.empty());

        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.requireCompleted().tasks())
                .extracting(TaskResult::status)
                .containsOnly(TaskStatus.COMPLETED);
        assertThat(result.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThatThrownBy(result::context)
                .isInstanceOf(ContextConflictException.class)
                .hasMessageContaining("side");
    }

    @Test
    void handle_and_future_give_the_same_result() throws Exception {
        DefaultRunner runner = bench.open(forked(ConflictPolicy.fail()));

        ExecutionHandle handle = runner.start("forked", Context.empty());

        assertThat(handle.result().tasks()).hasSize(2);
        assertThat(handle.completion().get().tasks()).hasSize(2);
        assertThatThrownBy(handle.result()::context).isInstanceOf(ContextConflictException.class);
    }

    @Test
    void what_a_merge_function_throws_at_the_end_is_thrown_by_the_context_alone() {
        assertThatThrownBy(resultOfMergingWith((key, values) -> {
                    throw new ArithmeticException("no sum of sides");
                })::context)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no sum of sides");
        assertThatThrownBy(resultOfMergingWith((key, values) -> {
                    throw new AssertionError("never two sides");
                })::context)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("merge function")
                .hasRootCauseMessage("never two sides");
    }

    private ExecutionResult resultOfMergingWith(MergeFunction function) {
        DefaultRunner runner = bench.open(forked(ConflictPolicy.merge(function)));
        ExecutionResult result = runner.execute("forked", Context.empty());
        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        return result;
    }

    @Test
    void writers_that_follow_each_other_are_no_conflict() {
        Workflow joined = Workflow.named("joined")
                .task("left", context -> context.put("side", "left"))
                .task("right", context -> context.put("side", "right"), after("left"))
                .onConflict(ConflictPolicy.fail())
                .build();

        assertThat(bench.open(joined).execute("joined", Context.empty()).context())
                .isEqualTo(Context.of("side", "right"));
    }
}
