package io.cloacina.runner.internal.api;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TaskRecord;
import io.cloacina.runner.Explanation;
import io.cloacina.runner.Explanation.TaskWait;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.internal.engine.Definitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why an execution is where it is. Thread-safe. */
public final class Explanations {

    private final ExecutionStore store;
    private final Definitions definitions;

    public Explanations(ExecutionStore store, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /**
     * The explanation of an execution.
     *
     * @throws RunnerException.UnknownExecution if there is none of that id
     */
    public Explanation of(ExecutionId id) {
        ExecutionRecord execution =
                store.queries().find(id).orElseThrow(() -> new RunnerException.UnknownExecution(id));
        try {
            return explain(execution, store.queries().tasks(id), Optional.empty());
        } catch (StoreException.Unreadable why) {
            return explain(execution, List.of(), Optional.ofNullable(why.getMessage()));
        }
    }

    /** @param unreadable why its tasks cannot be read, which is why it is parked, or soon will be */
    private Explanation explain(ExecutionRecord execution, List<TaskRecord> tasks, Optional<String> unreadable) {
        Optional<WorkflowDefinition> definition = definitions.load(execution.definition());
        return new Explanation(
                execution.id(),
                execution.workflow(),
                execution.version(),
                execution.status(),
                Optional.ofNullable(execution.reason()),
                Optional.ofNullable(execution.parkedReason())
                        .or(() -> unreadable)
                        .or(() -> definitions.whyUnfit(execution.definition())),
                missing(execution, definition),
                waits(tasks, definition));
    }

    private List<String> missing(ExecutionRecord execution, Optional<WorkflowDefinition> definition) {
        Optional<Workflow> workflow = definitions.workflow(execution.workflow());
        if (workflow.isEmpty()) {
            return List.of("workflow '" + execution.workflow() + "'");
        }
        return definition.stream()
                .flatMap(stored -> stored.graph().ids().stream())
                .filter(task -> !workflow.get().definition().graph().contains(task))
                .map(task -> "task '" + task + "' of workflow '" + execution.workflow() + "'")
                .toList();
    }

    private static List<TaskWait> waits(List<TaskRecord> tasks, Optional<WorkflowDefinition> definition) {
        List<TaskWait> waits = new ArrayList<>();
        for (TaskRecord task : tasks) {
            if (!task.status().isTerminal()) {
                waits.add(wait(task, tasks, definition));
            }
        }
        return waits;
    }

    private static TaskWait wait(TaskRecord task, List<TaskRecord> tasks, Optional<WorkflowDefinition> definition) {
        boolean ready = task.status() == TaskStatus.READY;
        Optional<Instant> due = Optional.ofNullable(task.dueAt()).filter(at -> ready);
        return new TaskWait(
                task.name(),
                task.status(),
                task.attempt(),
                openDependencies(task, tasks, definition),
                due,
                Optional.ofNullable(task.worker()),
                Optional.ofNullable(task.leaseUntil()),
                Optional.ofNullable(task.reason()));
    }

    private static List<String> openDependencies(
            TaskRecord task, List<TaskRecord> tasks, Optional<WorkflowDefinition> definition) {
        return definition.stream()
                .flatMap(known -> known.graph().dependencies(task.ref().ordinal()).stream())
                .map(tasks::get)
                .filter(dependency -> !dependency.status().isTerminal())
                .map(TaskRecord::name)
                .toList();
    }
}
