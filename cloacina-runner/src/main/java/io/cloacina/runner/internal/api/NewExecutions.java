package io.cloacina.runner.internal.api;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.IdSource;
import io.cloacina.ports.NewExecution;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.internal.engine.Definitions;
import io.cloacina.runner.internal.json.ContextCodec;
import io.cloacina.runner.internal.json.InputDigest;
import java.util.List;

/** Makes executions from what a caller gives, and refuses what cannot be one before anything is written. Thread-safe. */
public final class NewExecutions {

    private final Definitions definitions;
    private final IdSource ids;
    private final JsonValidator validator;

    public NewExecutions(Definitions definitions, IdSource ids, PayloadLimits limits) {
        this.definitions = definitions;
        this.ids = ids;
        this.validator = new JsonValidator(limits);
    }

    /**
     * An execution to be admitted.
     *
     * @throws RefusedArgumentException if an argument is null
     * @throws RunnerException.UnknownWorkflow if no workflow of that name is registered
     * @throws io.cloacina.domain.json.InvalidPayloadException if the context is beyond the limits
     */
    public NewExecution of(String workflowName, Context context, StartOptions options) {
        named(workflowName);
        given(context, "the context to start with", "give Context.empty() for none");
        given(options, "the options to start with", "give StartOptions.none() for none");
        return of(registered(workflowName), context, options);
    }

    /**
     * One execution per context, to be admitted; each is checked as by {@link #of(String, Context, StartOptions)}.
     *
     * @throws RefusedArgumentException if an argument or a context is null
     */
    public List<NewExecution> allOf(String workflowName, List<Context> contexts) {
        named(workflowName);
        List<Context> given = allGiven(contexts, "the contexts to start with", "give an empty list for none");
        Workflow workflow = registered(workflowName);
        return given.stream()
                .map(context -> of(workflow, context, StartOptions.none()))
                .toList();
    }

    private static void named(String workflow) {
        given(workflow, "the name of the workflow to start", "give one that this runner was opened with");
    }

    private Workflow registered(String name) {
        return definitions
                .workflow(name)
                .orElseThrow(() -> new RunnerException.UnknownWorkflow(name, definitions.names()));
    }

    private NewExecution of(Workflow workflow, Context context, StartOptions options) {
        JsonObject input = context.toJson();
        validator.check(input);
        WorkflowDefinition definition = workflow.definition();
        ExecutionId id = new ExecutionId(ids.next());
        return new NewExecution(
                id,
                definition.id(),
                options.idempotencyKey().orElse(null),
                InputDigest.of(workflow.name(), input),
                ContextCodec.encode(new ContextRef(id, ContextRef.INITIAL), WrittenContext.initial(context)),
                options.priority(),
                options.timeout().or(definition::timeout).orElse(null));
    }
}
