package io.cloacina.domain;

import static io.cloacina.domain.trigger.Condition.contextValue;
import static io.cloacina.domain.trigger.Condition.taskFailed;
import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextKeyException;
import io.cloacina.domain.context.DataBindingException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.retry.RetryCondition;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.InvalidWorkflowException;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is blank, wrong, too large, too deep, duplicate or unknown is refused by every entry of the domain, with the subject
 * and the remedy in the message, and never the payload. Null is the business of {@link NullIsRefusedTest}.
 */
class PublicEntriesTest {

    /** Stands where a payload or a secret could: no message may show it. */
    private static final String CANARY = "canary-7f3a";

    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);
    private static final Context ORDER = Context.of("order", CANARY);

    /** One call that must be refused, and what the message must say. */
    private record Refusal(String what, Class<? extends Throwable> error, ThrowingCallable call, String... said) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Refusal payload(String what, ThrowingCallable call, String... said) {
        return new Refusal(what, InvalidPayloadException.class, call, said);
    }

    private static Refusal argument(String what, ThrowingCallable call, String... said) {
        return new Refusal(what, RefusedArgumentException.class, call, said);
    }

    private static Refusal workflow(String what, WorkflowBuilder builder, String... said) {
        return new Refusal(what, InvalidWorkflowException.class, builder::build, said);
    }

    static Stream<Refusal> contexts() {
        return Stream.of(
                payload("empty key", () -> Context.of("", CANARY), "key must not be blank", "choose a text"),
                payload("blank key", () -> ORDER.insert(" \t", CANARY), "key must not be blank", "choose a text"),
                payload("blank key updated", () -> ORDER.update("", CANARY), "key must not be blank"),
                payload("blank key put", () -> ORDER.put(" ", CANARY), "key must not be blank"),
                payload("blank key in JSON", () -> Context.fromJson(object(" ")), "key must not be blank"),
                new Refusal(
                        "duplicate key",
                        ContextKeyException.KeyExists.class,
                        () -> Context.of("a", 1, "a", CANARY),
                        "\"a\" cannot be inserted",
                        "Use update"),
                new Refusal(
                        "absent key",
                        ContextKeyException.KeyAbsent.class,
                        () -> ORDER.update("order.id", CANARY),
                        "\"order.id\" cannot be updated",
                        "Check that"),
                new Refusal(
                        "required key that is absent",
                        ContextKeyException.KeyAbsent.class,
                        () -> ORDER.require("order.id", String.class),
                        "\"order.id\" cannot be read",
                        "Check that"),
                new Refusal(
                        "value of another type",
                        ContextKeyException.TypeMismatch.class,
                        () -> ORDER.get("order", Integer.class),
                        "\"order\" cannot be read as Integer: found string",
                        "Read it as"),
                new Refusal(
                        "list that is none",
                        ContextKeyException.TypeMismatch.class,
                        () -> ORDER.getList("order", Integer.class),
                        "\"order\"",
                        "found string"),
                new Refusal(
                        "object that is no data",
                        DataBindingException.class,
                        () -> Context.of("a", new StringBuilder(CANARY)),
                        "refused at /a",
                        "java.lang.StringBuilder"));
    }

    static Stream<Refusal> payloads() {
        return Stream.of(
                payload("too deep", () -> Context.of("a", deep(100)), "/a", "nested deeper than"),
                payload("inside itself", () -> Context.of("a", insideItself()), "/a", "contains itself"),
                payload("too large", () -> Context.of("a", text(17 << 20)), "/a", "longer than"),
                payload("too large with others", () -> twoOf(9 << 20), "/b", "16777216 bytes", "store large data"),
                payload("too many", () -> Context.of("a", Collections.nCopies(1 << 30, 1)), "/a", "more than"),
                payload("NaN", () -> Context.of("a", Double.NaN), "/a", "must be finite"),
                payload("infinite", () -> JsonNumber.of(Double.POSITIVE_INFINITY), "must be finite"),
                payload("monstrous number", () -> Context.of("a", new BigDecimal("1e9999")), "/a", "places from"),
                payload("long number", () -> Context.of("a", new BigDecimal("1".repeat(501))), "/a", "as a string"),
                payload("NUL", () -> Context.of("a", CANARY + "\0"), "/a", "character NUL"),
                payload("NUL in a key", () -> Context.of("a\0", CANARY), "/a\\u0000", "character NUL"),
                payload("half a pair", () -> Context.of("a", CANARY + "\uD800"), "/a", "surrogate"),
                payload("key that is no text", () -> Context.of("a", Map.of(1, CANARY)), "/a", "not a String"),
                payload("long key", () -> Context.of("k".repeat(10_001), CANARY), "longer than 10000 characters"),
                payload(
                        "key twice in one object",
                        () -> JsonObject.builder().add("a", CANARY).add("a", CANARY),
                        "/a",
                        "comes twice"),
                payload(
                        "beyond narrower limits",
                        () -> new JsonValidator(PayloadLimits.DEFAULT.withMaxBytes(10)).check(new JsonString(CANARY)),
                        "passes 10 bytes",
                        "raise the limit"));
    }

    static Stream<Refusal> numbers() {
        PayloadLimits limits = PayloadLimits.DEFAULT;
        RetryPolicy retry = RetryPolicy.exponential();
        return Stream.of(
                argument("0 bytes", () -> limits.withMaxBytes(0), "the maxBytes of payload limits must be 2 to"),
                argument("depth 101", () -> limits.withMaxDepth(101), "the maxDepth of payload limits must be 1 to"),
                argument("no key", () -> limits.withMaxKeys(0), "the maxKeys of payload limits"),
                argument("no key length", () -> limits.withMaxKeyLength(-1), "the maxKeyLength of payload limits"),
                argument(
                        "no text length", () -> limits.withMaxStringLength(0), "the maxStringLength of payload limits"),
                argument("no attempt", () -> retry.maxAttempts(0), "the maxAttempts of a retry policy", "at least 1"),
                argument("negative attempts", () -> retry.maxAttempts(Integer.MIN_VALUE), "at least 1"),
                argument("negative delay", () -> retry.initialDelay(Duration.ofNanos(-1)), "the initialDelay"),
                argument("endless delay", () -> retry.initialDelay(ENDLESS), "the initialDelay", "PT0S to PT8760H"),
                argument("endless maximum", () -> retry.maxDelay(ENDLESS), "the maxDelay of a retry policy"),
                argument("crossed delays", () -> retry.initialDelay(Duration.ofHours(1)), "raise maxDelay first"),
                argument("base below 1", () -> RetryPolicy.exponential(0.5), "the base of a retry policy", "1 to 100"),
                argument("base NaN", () -> RetryPolicy.exponential(Double.NaN), "the base of a retry policy"),
                argument("no class of errors", () -> RetryCondition.exceptions(), "at least one class", "say never()"),
                argument("no text to look for", () -> RetryCondition.messageContaining(), "say all()"),
                argument("blank text to look for", () -> RetryCondition.messageContaining(CANARY, " "), "none blank"));
    }

    static Stream<Refusal> names() {
        Workflow workflow =
                Workflow.named("orders").task("charge", context -> {}).build();
        String otherThanAUuid = CANARY + "-".repeat(25);
        return Stream.of(
                argument("blank id", () -> ExecutionId.of(" "), "the id of an execution", "36 characters"),
                argument("id that is none", () -> ExecutionId.of(otherThanAUuid), "the id of an execution", "give the"),
                argument("short id", () -> ExecutionId.of("1-1-1-1-1"), "the id of an execution"),
                argument("blank tag", () -> Workflow.named("orders").tag(" ", CANARY), "the key of a tag", "choose"),
                argument("unknown body", () -> workflow.body("chrge"), "task 'chrge' is not in this graph", "[charge]"),
                argument("unknown policy", () -> workflow.retryPolicy(""), "task '' is not in this graph", "correct"),
                argument("long unknown body", () -> workflow.body("x".repeat(1 << 20)), "is not in this graph"),
                argument("operand missing", () -> contextValue("a", Operator.EQUALS), "the operand of equals", "say"),
                argument("operand too many", () -> contextValue("a", Operator.EXISTS, CANARY), "'a'", "leave it out"),
                argument("rule too deep", () -> nested(17), "a trigger rule must nest at most 16", "flatter"));
    }

    static Stream<Refusal> workflows() {
        return Stream.of(
                workflow("blank name", task(Workflow.named(" ")), "its name is blank", "choose another text"),
                workflow("long name", task(Workflow.named("x".repeat(256))), "its name has 256 characters"),
                workflow("unprintable name", task(Workflow.named("a\nb")), "its name contains the control character"),
                workflow("no task", Workflow.named("orders"), "there is no task", "declare at least one"),
                workflow(
                        "blank task",
                        Workflow.named("orders").task("", context -> {}),
                        "the id of task no. 1",
                        "blank"),
                workflow("duplicate task", task(orders()), "'charge' is declared more than once", "rename one"),
                workflow("unknown dependency", with(after("chrge")), "depends on 'chrge'", "did you mean 'charge'"),
                workflow("dependency on itself", with(after("ship")), "depends on itself", "drop"),
                workflow("dependency twice", with(after("charge", "charge")), "more than once", "name it once"),
                workflow("unknown in a rule", with(after("charge").when(taskFailed("x"))), "asks about 'x'", "declare"),
                workflow(
                        "rule of a root",
                        with(root().when(TriggerRule.anyFailed())),
                        "no dependencies",
                        "drop the rule"),
                workflow("no time", with(root().timeout(Duration.ZERO)), "the time-out of task 'ship'", "between"),
                workflow("endless time", with(root().timeout(ENDLESS)), "the time-out of task 'ship'", "between"),
                workflow("endless workflow", orders().timeout(ENDLESS), "its time-out is", "must be between"),
                workflow("blank version", with(root().version(" ")), "the declared version of task 'ship'", "blank"),
                workflow(
                        "operand too large",
                        with(after("charge").when(contextValue("a", Operator.EQUALS, CANARY + text(64 << 10)))),
                        "the trigger rule of task 'ship'",
                        "cannot be stored"),
                workflow(
                        "condition beside a merge function",
                        with(after("charge").when(contextValue("a", Operator.EXISTS)))
                                .onConflict(ConflictPolicy.merge((key, values) -> new JsonString(CANARY))),
                        "reads the context key 'a'",
                        "choose another conflict policy"));
    }

    @ParameterizedTest
    @MethodSource({"contexts", "payloads", "numbers", "names", "workflows"})
    void what_is_wrong_is_refused_with_subject_and_remedy_and_without_the_payload(Refusal refusal) {
        Throwable error = catchThrowable(refusal.call());

        assertThat(error).isExactlyInstanceOf(refusal.error());
        assertThat(error.getMessage()).contains(refusal.said()).hasSizeLessThan(2_000);
        assertThat(Stream.iterate(error, each -> each != null, Throwable::getCause))
                .as("the error and its causes")
                .noneMatch(each -> String.valueOf(each.getMessage()).contains(CANARY));
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void what_was_refused_leaves_no_trace_in_a_builder() {
        WorkflowBuilder builder = orders();
        catchThrowable(() -> builder.tag(" ", CANARY));
        catchThrowable(() -> builder.task("ship", context -> {}, null));
        catchThrowable(() -> builder.onConflict(ConflictPolicy.merge(null)));

        assertThat(builder.build().definition()).isEqualTo(orders().build().definition());
        assertThat(builder.build().tags()).isEmpty();
    }

    private static WorkflowBuilder orders() {
        return task(Workflow.named("orders"));
    }

    private static WorkflowBuilder task(WorkflowBuilder builder) {
        return builder.task("charge", context -> {});
    }

    private static WorkflowBuilder with(TaskOptions options) {
        return orders().task("ship", context -> {}, options);
    }

    private static JsonObject object(String key) {
        return JsonObject.builder().add(key, CANARY).build();
    }

    private static Object deep(int levels) {
        Object value = CANARY;
        for (int level = 0; level < levels; level++) {
            value = List.of(value);
        }
        return value;
    }

    private static Object insideItself() {
        List<Object> list = new ArrayList<>(List.of(CANARY));
        list.add(list);
        return list;
    }

    private static TriggerRule nested(int levels) {
        TriggerRule rule = TriggerRule.always();
        for (int level = 1; level < levels; level++) {
            rule = TriggerRule.all(rule);
        }
        return rule;
    }

    private static String text(int length) {
        return CANARY + "x".repeat(length);
    }

    private static Context twoOf(int length) {
        return Context.of("a", text(length), "b", text(length));
    }
}
