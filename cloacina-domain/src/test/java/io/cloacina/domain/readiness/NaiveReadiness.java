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

/** The rules of readiness applied to all tasks over and over, backwards, until nothing changes. */
final class NaiveReadiness {

    private final WorkflowDefinition definition;
    private final TaskStatus[] statuses;
    private final IntFunction<Glimpse> contexts;

    NaiveReadiness(WorkflowDefinition definition, TaskStatus[] statuses, IntFunction<Glimpse> contexts) {
        this.definition = definition;
        this.statuses = statuses.clone();
        this.contexts = contexts;
    }

    TaskStatus[] settle() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int task = statuses.length - 1; task >= 0; task--) {
                if (statuses[task] == TaskStatus.NOT_STARTED && dependenciesAreOver(task)) {
                    statuses[task] = holds(task) ? TaskStatus.READY : TaskStatus.SKIPPED;
                    changed = true;
                }
            }
        }
        return statuses;
    }

    private boolean dependenciesAreOver(int task) {
        return definition.graph().dependencies(task).stream().allMatch(above -> statuses[above].isTerminal());
    }

    private boolean holds(int ordinal) {
        TaskDefinition task = definition.tasks().get(ordinal);
        Glimpse context = contexts.apply(ordinal);
        boolean unreadable = !context.readable() && !task.rule().contextKeys().isEmpty();
        return unreadable || task.rule().holds(new View(task, context));
    }

    private final class View implements TriggerView {

        private final TaskDefinition task;
        private final Glimpse context;

        private View(TaskDefinition task, Glimpse context) {
            this.task = task;
            this.context = context;
        }

        @Override
        public List<String> dependencies() {
            return task.dependencies();
        }

        @Override
        public TaskStatus status(String id) {
            return statuses[definition.graph().ordinal(id)];
        }

        @Override
        public Optional<JsonValue> value(String key) {
            return Optional.ofNullable(context.values().get(key));
        }
    }
}
