package io.cloacina.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextDraft;
import io.cloacina.domain.context.ContextView;
import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.MergeFunction;
import io.cloacina.domain.context.MergedContext;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.json.PayloadPath;
import io.cloacina.domain.json.PayloadSize;
import io.cloacina.domain.retry.RetryCondition;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.retry.RetrySettings;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.testsupport.NullCall;
import io.cloacina.testsupport.NullSweep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public entry of the domain says which argument was null, and what to give instead. */
class NullIsRefusedTest {

    private static final String ENGINE = "called by the engine and by adapters, never by a user; NullAway checks those";
    private static final String STORED = "reads what was stored, which the caller has in hand";
    private static final String TOLD = "an exception, made by the library itself";

    static List<NullCall> calls() {
        RetryPolicy retry = RetryPolicy.exponential();
        Workflow workflow =
                Workflow.named("sample").task("sample", context -> {}).build();
        TaskDefinition task = workflow.definition().tasks().get(0);
        MergedContext nothing = new MergedContext(JsonObject.EMPTY, new KeyMap(Map.of()), Set.of());
        return NullSweep.ofPackagesOf(
                        Context.class,
                        ExecutionId.class,
                        JsonValue.class,
                        RetryPolicy.class,
                        TaskBody.class,
                        TriggerRule.class,
                        Workflow.class)
                .sample(Context.class, Context.empty())
                .sample(ContextView.class, Context.empty())
                .sample(ContextDraft.class, new ContextDraft(nothing, 0, PayloadLimits.DEFAULT))
                .sample(ConflictPolicy.class, ConflictPolicy.fail())
                .sample(MergeFunction.class, (key, values) -> JsonNull.NULL)
                .sample(ExecutionId.class, new ExecutionId(new UUID(1, 1)))
                .sample(UUID.class, new UUID(1, 1))
                .sample(JsonValue.class, JsonNull.NULL)
                .sample(JsonObject.class, JsonObject.EMPTY)
                .sample(JsonObjectBuilder.class, JsonObject.builder())
                .sample(JsonValidator.class, new JsonValidator(PayloadLimits.DEFAULT))
                .sample(PayloadLimits.class, PayloadLimits.DEFAULT)
                .sample(PayloadPath.class, PayloadPath.ROOT)
                .sample(PayloadSize.class, PayloadSize.ZERO)
                .sample(RetryPolicy.class, retry)
                .sample(RetrySettings.class, retry.settings())
                .sample(RetryCondition.class, RetryCondition.all())
                .sample(TaskBody.class, context -> {})
                .sample(TriggerRule.class, TriggerRule.always())
                .sample(TaskDefinition.class, task)
                .sample(TaskGraph.class, workflow.definition().graph())
                .sample(TaskOptions.class, TaskOptions.root())
                .sample(Workflow.class, workflow)
                .sample(WorkflowBuilder.class, Workflow.named("sample"))
                .sample(WorkflowDefinition.class, workflow.definition())
                .except(
                        ENGINE,
                        "ClaimRef",
                        "Combination.holds",
                        "Combination.objection",
                        "ContextCondition.holds",
                        "ContextCondition.objection",
                        "ContextDraft.new",
                        "ContextMerge",
                        "DependencyRule",
                        "ExecutionOutcome",
                        "History",
                        "KeyMap",
                        "MergedContext",
                        "MergedKeys",
                        "Ordinals",
                        "TaskCondition.holds",
                        "TaskCondition.objection",
                        "TaskRef",
                        "WrittenContext")
                .except(STORED, "RetrySettings.fromJson", "TriggerRule.fromJson")
                .except(
                        TOLD,
                        "ContextClosedException",
                        "ContextConflictException",
                        "ContextKeyException",
                        "DataBindingException",
                        "InvalidPayloadException",
                        "TaskTimeoutException",
                        "UnreadableContextException",
                        "WorkflowProblem")
                .calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void null_is_refused_in_a_sentence_that_names_it_and_the_remedy(NullCall call) {
        assertThat(call.thrown())
                .as("what %s throws", call)
                .get()
                .isInstanceOf(RefusedArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .matches("(the|a) .+ must not be null; \\w+ .+\\.");
    }
}
