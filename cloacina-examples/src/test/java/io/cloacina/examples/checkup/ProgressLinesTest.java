package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.TaskResult;
import io.cloacina.runner.TransitionEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final ExecutionId SHOWN = ExecutionId.of("0190a000-0000-7000-8000-000000000001");
    private static final ExecutionId OTHER = ExecutionId.of("0190a000-0000-7000-8000-000000000002");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void each_ended_task_is_a_line() {
        ProgressLines progress = new ProgressLines(out, 4);
        progress.show(SHOWN, Set.of("a"));

        progress.onEvent(event(SHOWN, EventKind.TASK_COMPLETED, "b"));
        progress.onEvent(event(SHOWN, EventKind.TASK_FAILED, "c"));

        assertThat(printed().lines())
                .containsExactly(
                        "  [##################..................]  2/4  b completed",
                        "  [###########################.........]  3/4  c failed");
    }

    @Test
    void events_from_before_the_start_returned_are_not_lost_and_those_of_others_not_shown() {
        ProgressLines progress = new ProgressLines(out, 2);

        progress.onEvent(event(SHOWN, EventKind.TASK_COMPLETED, "early"));
        progress.onEvent(event(OTHER, EventKind.TASK_COMPLETED, "foreign"));
        progress.show(SHOWN, Set.of());

        assertThat(printed()).contains(" 1/2  early completed").doesNotContain("foreign");
    }

    @Test
    void what_the_listener_has_not_heard_of_is_shown_at_the_end_once() {
        ProgressLines progress = new ProgressLines(out, 2);
        progress.show(SHOWN, Set.of());
        progress.onEvent(event(SHOWN, EventKind.TASK_COMPLETED, "a"));

        progress.end(result("a", "b"));
        progress.onEvent(event(SHOWN, EventKind.TASK_COMPLETED, "b"));

        assertThat(printed().lines()).hasSize(2).last().asString().endsWith("2/2  b completed");
    }

    @Test
    void a_try_that_failed_is_told() {
        ProgressLines progress = new ProgressLines(out, 2);
        progress.show(SHOWN, Set.of());

        progress.onEvent(event(SHOWN, EventKind.TASK_RETRY_SCHEDULED, "a"));

        assertThat(printed()).contains(" 0/2  a will be tried again");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static TransitionEvent event(ExecutionId execution, EventKind kind, String task) {
        return new TransitionEvent(execution, "checkup", kind, Optional.of(task), 1, Optional.empty(), NOW);
    }

    private static ExecutionResult result(String... tasks) {
        List<TaskResult> results = List.of(tasks).stream()
                .map(task -> new TaskResult(task, TaskStatus.COMPLETED, 1, Optional.empty(), Optional.of(NOW), NOW))
                .toList();
        return new ExecutionResult(
                SHOWN,
                "checkup",
                ExecutionStatus.COMPLETED,
                Optional.empty(),
                Context.empty(),
                results,
                NOW,
                Optional.of(NOW),
                NOW);
    }
}
