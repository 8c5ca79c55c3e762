package io.cloacina.runner;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.internal.error.ErrorText;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text from outside that is quoted in a message adds no line to a log, drives no terminal, and turns no text around. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedLinesTest {

    private static final String EVIL =
            "x\r\n2026-01-01 INFO all is well\u001b[2J\u001b]0;owned\u0007\u202e\u2066\u2028\u2029\u0085\u009b31m";
    private static final Pattern FORGED = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final DefaultRunner runner = DefaultRunner.builder()
            .store(InMemoryStore.open(database, new SystemTimeSource(), WakeUpKind.PUSH, FaultPoints.NONE))
            .workflows(Workflow.named("plain").task("a", context -> {}).build())
            .open();

    @AfterAll
    void close() {
        runner.close();
    }

    record Entry(String name, Consumer<String> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    List<Entry> entries() {
        return List.of(
                new Entry(
                        "a workflow's name",
                        text -> Workflow.named(text).task("a", context -> {}).build()),
                new Entry(
                        "a task's id",
                        text -> Workflow.named("w").task(text, context -> {}).build()),
                new Entry(
                        "an unknown dependency",
                        text -> Workflow.named("w")
                                .task("a", context -> {}, after(text))
                                .build()),
                new Entry("an unknown workflow", text -> runner.start(text, Context.empty())),
                new Entry(
                        "an unknown task",
                        text -> runner.execute("plain", Context.empty()).task(text)),
                new Entry("an idempotency key", StartOptions::idempotencyKey),
                new Entry("a runner's name", text -> RunnerSettings.DEFAULT.withName(text)),
                new Entry("a schema", text -> RunnerSettings.DEFAULT.withSchema(text)),
                new Entry("an execution's id", ExecutionId::of),
                new Entry("a key that is there", text -> Context.of(text, 1).insert(text, 2)),
                new Entry("a key that is absent", text -> Context.empty().update(text, 2)),
                new Entry("a key of another type", text -> Context.of(text, 1).require(text, Boolean.class)),
                new Entry("a URL", text -> DefaultRunner.open("mysql://" + text)),
                new Entry("a URL's option", text -> DefaultRunner.open("a.db?" + text + "=1")));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_message_that_quotes_it_stays_one_line(Entry entry) {
        Throwable thrown = catchThrowable(() -> entry.call().accept(EVIL));

        assertThat(thrown).isInstanceOfAny(CloacinaException.class, IllegalArgumentException.class);
        assertThat(thrown.getMessage()).doesNotContainPattern(FORGED);
    }

    @Test
    void what_is_kept_of_an_error_ends_lines_only_where_it_says_so_and_drives_no_terminal() {
        assertThat(new ErrorText(ErrorTextSettings.DEFAULT).of(new IllegalStateException(EVIL)))
                .doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }

    @Test
    void a_url_is_shown_without_what_it_may_do_to_a_terminal() {
        assertThat(catchThrowable(() -> DefaultRunner.open(new StoreUrl("postgres://u:p@h/" + EVIL).text())))
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("\u001b");
    }
}
