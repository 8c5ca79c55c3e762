package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutionResultTest {

    private static final ExecutionId ID = ExecutionId.of("0193513c-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_completed_result_is_returned_by_require_completed() {
        ExecutionResult result = result(ExecutionStatus.COMPLETED, Optional.empty(), completed("fetch"));

        assertThat(result.requireCompleted()).isSameAs(result);
        assertThat(result.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(result.task("fetch").status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void a_failed_result_names_the_failed_tasks_with_the_first_line_of_their_errors() {
        ExecutionResult result = result(
                ExecutionStatus.FAILED,
                Optional.of("1 task failed"),
                completed("fetch"),
                failed("charge", 3, "java.io.IOException: declined\nCaused by: deeper"),
                failed("weigh", 1, "lead"));

        assertThatThrownBy(result::requireCompleted)
                .isInstanceOfSatisfying(
                        RunnerException.ExecutionFailed.class,
                        error -> assertThat(error.result()).isSameAs(result))
                .hasMessageContaining("Execution " + ID + " of workflow 'orders' is FAILED (1 task failed).")
                .hasMessageContaining(
                        "Failed: 'charge' after 3 attempts with java.io.IOException: declined; 'weigh' after 1 attempt with lead.")
                .hasMessageNotContaining("deeper")
                .hasMessageNotContaining("fetch");
    }

    @Test
    void a_cancelled_result_is_not_completed() {
        ExecutionResult result = result(ExecutionStatus.CANCELLED, Optional.of("cancelled by a caller"));

        assertThatThrownBy(result::requireCompleted)
                .hasMessageContaining("is CANCELLED (cancelled by a caller). Correct the cause");
    }

    @Test
    void the_summary_is_bounded() {
        TaskResult[] tasks = IntStream.range(0, 1_000)
                .mapToObj(i -> failed("task-" + i, 1, "🚚".repeat(2_000)))
                .toArray(TaskResult[]::new);

        assertThatThrownBy(result(ExecutionStatus.FAILED, Optional.empty(), tasks)::requireCompleted)
                .hasMessageContaining("'task-4'")
                .hasMessageNotContaining("'task-5'")
                .hasMessageContaining("and 995 more")
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(3_000));
    }

    @ParameterizedTest
    @EnumSource(ExecutionStatus.class)
    void only_a_terminal_execution_has_a_result(ExecutionStatus status) {
        if (status.isTerminal()) {
            assertThat(result(status, Optional.empty()).status()).isEqualTo(status);
        } else {
            assertThatThrownBy(() -> result(status, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has no result yet: it is " + status);
        }
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void only_a_terminal_task_has_a_result(TaskStatus status) {
        if (!status.isTerminal()) {
            assertThatThrownBy(() -> new TaskResult("a", status, 1, Optional.empty(), Optional.empty(), NOON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("task 'a' has no result yet: it is " + status);
        }
    }

    @Test
    void an_unknown_task_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> result(ExecutionStatus.COMPLETED, Optional.empty(), completed("fetch"))
                        .task("charge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task 'charge' is not in workflow 'orders'; choose one of fetch.");
    }

    @Test
    void the_text_leaves_the_context_out() {
        assertThat(result(ExecutionStatus.COMPLETED, Optional.empty()))
                .asString()
                .contains(ID.toString(), "orders", "COMPLETED")
                .doesNotContain("hush");
    }

    private static ExecutionResult result(ExecutionStatus status, Optional<String> reason, TaskResult... tasks) {
        return new ExecutionResult(
                ID,
                "orders",
                status,
                reason,
                Context.of("card", "hush"),
                List.of(tasks),
                NOON,
                Optional.of(NOON.plusSeconds(1)),
                NOON.plusSeconds(3));
    }

    private static TaskResult completed(String task) {
        return new TaskResult(task, TaskStatus.COMPLETED, 1, Optional.empty(), Optional.of(NOON), NOON);
    }

    private static TaskResult failed(String task, int attempts, String reason) {
        return new TaskResult(task, TaskStatus.FAILED, attempts, Optional.of(reason), Optional.of(NOON), NOON);
    }
}
