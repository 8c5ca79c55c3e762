package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunnerExceptionTest {

    private static final ExecutionId ID = ExecutionId.of("0193513c-0000-7000-8000-000000000001");

    static List<RunnerException> oneOfEachKind() {
        return List.of(
                new RunnerException.NoAdapter("No database can be opened.", null),
                new RunnerException.SeveralAdapters("Not opened."),
                new RunnerException.WrongAdapter("Not opened."),
                new RunnerException.UnknownWorkflow("ordrs", List.of("orders", "invoices")),
                new RunnerException.UnknownExecution(ID),
                new RunnerException.IdempotencyConflict("orders", ID),
                new RunnerException.RunnerClosed("shop", "workflow 'orders' was not started"),
                new RunnerException.ExecutionFailed(failed()),
                new RunnerException.ResultTimeout(ID, Duration.ofSeconds(5)),
                new RunnerException.WaitInterrupted("execution " + ID, new InterruptedException()));
    }

    private static ExecutionResult failed() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        return new ExecutionResult(
                ID,
                "orders",
                ExecutionStatus.FAILED,
                Optional.empty(),
                Context.empty(),
                List.of(),
                noon,
                Optional.empty(),
                noon);
    }

    @Test
    void this_test_knows_every_kind() {
        assertThat(oneOfEachKind())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(RunnerException.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void every_kind_has_its_section_in_the_troubleshooting_page(RunnerException error) throws IOException {
        List<String> sections = Files.readAllLines(Path.of("..", "docs", "troubleshooting.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        assertThat(sections).contains(error.anchor());
        assertThat(error).hasMessageEndingWith(" See docs/troubleshooting.md#" + error.anchor() + ".");
    }

    @Test
    void an_unknown_workflow_is_answered_with_the_nearest_names() {
        assertThat(new RunnerException.UnknownWorkflow("ordrs", List.of("orders", "invoices")))
                .hasMessageContaining("Workflow 'ordrs' is not known to this runner.")
                .hasMessageContaining("Did you mean orders?")
                .hasMessageContaining("Known: invoices, orders.");
    }

    @Test
    void a_runner_without_workflows_says_so() {
        assertThat(new RunnerException.UnknownWorkflow("orders", List.of()))
                .hasMessageContaining("without any workflow");
    }

    @Test
    void a_name_is_shown_in_one_bounded_line_and_so_is_the_list() {
        List<String> many =
                IntStream.range(0, 500).mapToObj(i -> "workflow-" + i).toList();

        assertThat(new RunnerException.UnknownWorkflow("x\r\nFORGED" + "y".repeat(100_000), many).getMessage())
                .contains("x??FORGED")
                .contains("and 490 more")
                .doesNotContain("\n")
                .hasSizeLessThan(1_000);
    }
}
