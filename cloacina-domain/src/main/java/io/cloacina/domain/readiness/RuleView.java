package io.cloacina.domain.readiness;

import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.trigger.TriggerView;
import io.cloacina.domain.workflow.TaskDefinition;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What the trigger rule of one task sees. */
final class RuleView implements TriggerView {

    private final WorkflowDefinition definition;
    private final TaskDefinition task;
    private final IntFunction<TaskStatus> statuses;
    private final Optional<Glimpse> context;

    RuleView(WorkflowDefinition definition, int ordinal, IntFunction<TaskStatus> statuses, ContextValues values) {
        this.definition = definition;
        this.task = definition.tasks().get(ordinal);
        this.statuses = statuses;
        this.context = task.rule().contextKeys().isEmpty() ? Optional.empty() : values.of(ordinal);
    }

    /**
     * Whether the rule asks for a context that cannot be had. Such a task is made ready: reading its input fails it then
     * with the reason, as it would any other task.
     */
    boolean isUnreadable() {
        return context.filter(glimpse -> !glimpse.readable()).isPresent();
    }

    @Override
    public List<String> dependencies() {
        return task.dependencies();
    }

    @Override
    public TaskStatus status(String id) {
        return statuses.apply(definition.graph().ordinal(id));
    }

    @Override
    public Optional<JsonValue> value(String key) {
        return context.map(glimpse -> glimpse.values().get(key));
    }
}
