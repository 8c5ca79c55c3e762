package io.cloacina.runner;

import static io.cloacina.testsupport.canary.Canary.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is blank, wrong, too large, too deep, duplicate or unknown is refused by every entry of the runner before anything is
 * written, with the subject and the remedy in the message, and never the payload or a secret. Null is the business of
 * {@link NullIsRefusedTest}.
 */
@Timeout(60)
class PublicEntriesTest {

    private static final ExecutionId NOBODY = new ExecutionId(new UUID(7, 7));
    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);
    private static final PayloadLimits NARROW =
            PayloadLimits.DEFAULT.withMaxBytes(500).withMaxDepth(3).withMaxKeys(9);

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final CountDownLatch gate = new CountDownLatch(1);
    private final Workflow orders =
            Workflow.named("orders").task("charge", context -> {}).build();
    private final Workflow gated =
            Workflow.named("gated").task("wait", context -> gate.await()).build();

    /** One call that must be refused, and what the message must say. */
    private record Refusal(
            String what, Class<? extends Throwable> error, Consumer<DefaultRunner> call, String... said) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Refusal refusal(
            String what, Class<? extends Throwable> error, Consumer<DefaultRunner> call, String... said) {
        return new Refusal(what, error, call, said);
    }

    private static Refusal argument(String what, Consumer<DefaultRunner> call, String... said) {
        return new Refusal(what, RefusedArgumentException.class, call, said);
    }

    static Stream<Refusal> starts() {
        Class<RunnerException.UnknownWorkflow> unknown = RunnerException.UnknownWorkflow.class;
        Class<InvalidPayloadException> payload = InvalidPayloadException.class;
        Context canary = Context.of("a", WORD);
        return Stream.of(
                refusal("unknown workflow", unknown, on -> on.start("ordrs", canary), "'ordrs'", "Did you mean orders"),
                refusal("executed unknown", unknown, on -> on.execute("ordrs", canary), "'ordrs'", "Correct the name"),
                refusal("blank workflow", unknown, on -> on.start(" ", canary), "' '", "Correct the name"),
                refusal("long workflow", unknown, on -> on.start("x".repeat(1 << 20), canary), "Correct the name"),
                refusal("too large", payload, on -> on.start("orders", text(500)), "500 bytes", "raise the limit"),
                refusal("executed too large", payload, on -> on.execute("orders", text(500)), "500 bytes"),
                refusal("too deep", payload, on -> on.start("orders", deep()), "/a/0/0", "deeper than 3 levels"),
                refusal("too many keys", payload, on -> on.start("orders", keys()), "more than 9 keys"),
                argument("blank key", on -> StartOptions.idempotencyKey(" "), "the idempotency key", "take it from"),
                argument("long key", on -> StartOptions.idempotencyKey(tooLong()), "1 to 255 characters, but has"),
                argument("unprintable key", on -> StartOptions.idempotencyKey(WORD + "\0"), "U+0000", "take it from"),
                argument("no time", on -> StartOptions.none().timeout(Duration.ZERO), "the time-out of an execution"),
                argument("endless time", on -> StartOptions.none().timeout(ENDLESS), "PT0.001S to PT87600H"));
    }

    static Stream<Refusal> questions() {
        Class<RunnerException.UnknownExecution> unknown = RunnerException.UnknownExecution.class;
        return Stream.of(
                refusal("cancel of nobody", unknown, on -> on.cancel(NOBODY), NOBODY.toString(), "Check the id"),
                refusal("explain of nobody", unknown, on -> on.explain(NOBODY), NOBODY.toString(), "Check the id"),
                refusal(
                        "history of nobody",
                        unknown,
                        on -> on.history(NOBODY, 0, 1),
                        NOBODY.toString(),
                        "Check the id"),
                argument("history of no size", on -> on.history(NOBODY, 0, 0), "the limit of a history", "1 to 1000"),
                argument("huge history", on -> on.history(NOBODY, 0, Integer.MAX_VALUE), "the limit of a history"),
                argument("history before all", on -> on.history(NOBODY, -1, 1), "must not be negative", "give 0"),
                argument("list of no status", on -> on.list(ofStatuses(null)), "the statuses of a filter", "empty set"),
                argument("list of a null status", on -> on.list(ofNullStatus()), "the statuses of a filter, no. 1,"),
                argument("list of no size", on -> on.list(filter(null, 0)), "the limit of a filter", "1 to 1000"),
                argument("huge list", on -> on.list(filter(null, 1001)), "the limit of a filter", "1 to 1000"),
                argument("list of NUL", on -> on.list(filter("a\u0000", 1)), "the workflow of a filter", "name of one"),
                argument("list of half", on -> on.list(filter("\ud83d", 1)), "the workflow of a filter", "of one"),
                argument(
                        "list of a blank workflow", on -> on.list(filter(" ", 1)), "the workflow of a filter", "null"));
    }

    static Stream<Refusal> openings() {
        Workflow orders = Workflow.named("orders").task("charge", context -> {}).build();
        return Stream.of(
                argument("blank URL", on -> DefaultRunner.open(" "), "the database URL must not be blank", "orders.db"),
                refusal(
                        "secret URL",
                        RunnerException.NoAdapter.class,
                        on -> DefaultRunner.open("postgresql://ada:" + WORD + "@localhost/orders", orders),
                        "no adapter is installed"),
                refusal(
                        "neither URL nor store",
                        IllegalStateException.class,
                        on -> DefaultRunner.builder().open(),
                        "needs either a URL or a store",
                        "call either"),
                argument(
                        "workflow given twice",
                        on -> DefaultRunner.builder().workflows(orders).workflows(orders),
                        "workflow 'orders' is given twice",
                        "rename one"),
                argument(
                        "settings that get lost",
                        on -> DefaultRunner.builder().settings(PublicEntriesTest::lost),
                        "what the change of settings returns"),
                argument(
                        "no concurrency",
                        on -> DefaultRunner.builder().maxConcurrentTasks(0),
                        "the maxConcurrentTasks of a runner must be 1 to 10000, but was 0"));
    }

    static Stream<Refusal> settings() {
        RunnerSettings settings = RunnerSettings.DEFAULT;
        return Stream.of(
                argument("blank name", on -> settings.withName(" "), "the name of a runner", "choose another"),
                argument("wrong schema", on -> settings.withSchema(WORD), "the schema of a runner", "choose another"),
                argument("no group", on -> settings.withGroupLimit(0), "the groupLimit of a runner must be 1 to 1000"),
                argument("endless grace", on -> settings.withShutdownGrace(ENDLESS), "the shutdownGrace of a runner"),
                argument("endless lease", on -> LeaseSettings.of(ENDLESS), "the lease of a task", "PT1S to PT1H"),
                argument("lease of nothing", on -> LeaseSettings.of(Duration.ZERO), "the lease of a task"),
                argument("slow heart", on -> lease(5), "the heartbeat of a lease", "raise the lease or lower"),
                argument("endless poll", on -> poll(ENDLESS), "the shortest poll interval must be PT0.001S to PT1M"),
                argument(
                        "tiny error text",
                        on -> new ErrorTextSettings(1, text -> text),
                        "the maxBytes of error texts"));
    }

    @ParameterizedTest
    @MethodSource({"starts", "questions", "openings", "settings"})
    void what_is_wrong_is_refused_before_anything_is_written(Refusal refusal) {
        DefaultRunner runner = bench.open(
                bench.builder().settings(each -> each.withPayloads(NARROW)).workflows(orders));

        Throwable error = catchThrowable(() -> refusal.call().accept(runner));

        assertThat(error).isExactlyInstanceOf(refusal.error());
        assertThat(error.getMessage()).contains(refusal.said()).hasSizeLessThan(1_000);
        assertHidden(error);
        assertThat(runner.list(filter(null, 1))).as("what was stored").isEmpty();
    }

    private static void assertHidden(Throwable error) {
        assertThat(Stream.iterate(error, each -> each != null, Throwable::getCause))
                .as("the error and its causes")
                .noneMatch(each -> String.valueOf(each.getMessage()).contains(WORD));
    }

    @Test
    void a_key_that_stands_for_other_input_is_refused_and_the_first_input_stays() {
        DefaultRunner runner = bench.open(orders);
        StartOptions key = StartOptions.idempotencyKey(WORD);
        ExecutionHandle first = runner.start("orders", Context.of("a", 1), key);

        Throwable error = catchThrowable(() -> runner.start("orders", Context.of("a", WORD), key));

        assertThat(error)
                .isInstanceOf(RunnerException.IdempotencyConflict.class)
                .hasMessageContainingAll(first.id().toString(), "Use a new key");
        assertHidden(error);
        assertThat(runner.list(filter(null, 10))).hasSize(1);
        assertThat(first.result().context()).isEqualTo(Context.of("a", 1));
    }

    @Test
    void patience_may_be_endless_or_none_but_not_negative() {
        DefaultRunner runner = bench.open(gated);
        ExecutionHandle handle = runner.start("gated", Context.empty());

        assertThatThrownBy(() -> handle.result(Duration.ofNanos(-1)))
                .isInstanceOf(RefusedArgumentException.class)
                .hasMessage("the patience for a result must not be negative, but was PT-0.000000001S;"
                        + " say result() to wait as long as it takes.");
        assertThatThrownBy(() -> handle.result(Duration.ZERO)).isInstanceOf(RunnerException.ResultTimeout.class);
        gate.countDown();
        assertThat(handle.result(ENDLESS).status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(handle.result(Duration.ZERO).status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_history_ends_with_an_empty_page_and_an_unknown_task_is_answered_in_words() {
        DefaultRunner runner = bench.open(orders);
        ExecutionResult result = runner.execute("orders", Context.empty());

        assertThat(runner.history(result.id(), Long.MAX_VALUE, ExecutionFilter.MAX_LIMIT))
                .isEmpty();
        assertThatThrownBy(() -> result.task("chrge"))
                .isInstanceOf(RefusedArgumentException.class)
                .hasMessage("task 'chrge' is not in workflow 'orders'; choose one of charge, perhaps charge.");
    }

    @Test
    void an_id_that_nobody_has_is_found_empty() {
        DefaultRunner runner = bench.open(orders);

        assertThat(runner.find(NOBODY)).isEmpty();
        assertThat(runner.handleOf(NOBODY)).isEmpty();
    }

    @Test
    void what_was_refused_leaves_no_trace_in_a_builder() {
        Workflow other = Workflow.named("other").task("rest", context -> {}).build();
        RunnerBuilder builder = bench.builder().workflows(orders);
        catchThrowable(() -> builder.workflows(other, orders));

        assertThatThrownBy(() -> bench.open(builder).start("other", Context.empty()))
                .isInstanceOf(RunnerException.UnknownWorkflow.class);
    }

    @Test
    void a_builder_opens_one_runner() {
        RunnerBuilder builder = bench.builder().workflows(orders);
        DefaultRunner first = bench.open(builder);

        assertThatThrownBy(builder::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this builder has opened its runner; take a new one for another runner.");
        assertThat(first.execute("orders", Context.empty()).status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    private static ExecutionFilter filter(@Nullable String workflow, int limit) {
        return new ExecutionFilter(workflow, Set.of(), null, limit);
    }

    @SuppressWarnings("NullAway") // on purpose
    private static ExecutionFilter ofStatuses(@Nullable Set<ExecutionStatus> statuses) {
        return new ExecutionFilter(null, statuses, null, 1);
    }

    private static ExecutionFilter ofNullStatus() {
        return ofStatuses(new HashSet<>(Arrays.asList((ExecutionStatus) null)));
    }

    private static Context text(int length) {
        return Context.of("a", WORD + "x".repeat(length));
    }

    private static Context deep() {
        return Context.of("a", List.of(List.of(List.of(WORD))));
    }

    private static Context keys() {
        return Context.of("a", Map.of("1", 1, "2", 2, "3", 3, "4", 4, "5", 5, "6", 6, "7", 7, "8", 8, "9", WORD));
    }

    private static String tooLong() {
        return WORD + "x".repeat(300);
    }

    private static LeaseSettings lease(int heartbeatSeconds) {
        Duration heartbeat = Duration.ofSeconds(heartbeatSeconds);
        return new LeaseSettings(heartbeat, heartbeat, heartbeat, 3);
    }

    private static PollSettings poll(Duration min) {
        return new PollSettings(min, Duration.ofSeconds(1));
    }

    @SuppressWarnings("NullAway") // on purpose
    private static RunnerSettings lost(RunnerSettings settings) {
        return null;
    }
}
