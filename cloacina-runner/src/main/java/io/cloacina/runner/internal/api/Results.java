package io.cloacina.runner.internal.api;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.UnreadableContextException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionWithTasks;
import io.cloacina.ports.TaskRecord;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.FinalContext;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.TaskResult;
import io.cloacina.runner.internal.engine.Definitions;
import io.cloacina.runner.internal.engine.FinalContexts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads results of terminal executions. Costs one read, however many tasks there are, and two more if the final context was not written here of late. Thread-safe. */
public final class Results {

    private final ExecutionStore store;
    private final Definitions definitions;
    private final FinalContexts finalContexts;

    /** @param contexts how stored contexts are read */
    public Results(ExecutionStore store, ContextReads contexts, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
        this.finalContexts = new FinalContexts(contexts, definitions);
    }

    /**
     * The result of a terminal execution. There is one also when its final context cannot be told.
     *
     * @throws RunnerException.UnknownExecution if there is none of that id
     */
    public ExecutionResult of(ExecutionId id) {
        ExecutionWithTasks found =
                store.queries().findWithTasks(id).orElseThrow(() -> new RunnerException.UnknownExecution(id));
        ExecutionRecord execution = found.execution();
        List<TaskRecord> tasks = found.tasks();
        return new ExecutionResult(
                id,
                execution.workflow(),
                execution.status(),
                Optional.ofNullable(execution.reason()),
                finalContext(execution, tasks),
                tasks.stream().map(Results::result).toList(),
                execution.createdAt(),
                Optional.ofNullable(execution.startedAt()),
                Objects.requireNonNull(execution.completedAt(), "a terminal execution has its completion time"));
    }

    private FinalContext finalContext(ExecutionRecord execution, List<TaskRecord> tasks) {
        Optional<WorkflowDefinition> definition = definitions.load(execution.definition());
        if (definition.isEmpty()) {
            return new FinalContext.Untold(new UnreadableContextException(
                    "the stored definition of execution " + execution.id() + " cannot be read"));
        }
        Set<Integer> completed = tasks.stream()
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .map(task -> task.ref().ordinal())
                .collect(Collectors.toSet());
        return told(finalContexts.of(execution.id(), definition.get(), completed));
    }

    /** Whatever keeps it from being told concerns him who asks for it, and nobody who asks how the execution ended. */
    private static FinalContext told(Supplier<Context> context) {
        try {
            return new FinalContext.Told(context.get());
        } catch (RuntimeException problem) {
            return new FinalContext.Untold(problem);
        } catch (Error problem) {
            return new FinalContext.Untold(new IllegalStateException(
                    "the final context cannot be told: the merge function of the workflow failed", problem));
        }
    }

    private static TaskResult result(TaskRecord task) {
        return new TaskResult(
                task.name(),
                task.status(),
                task.epoch() == 0 ? 0 : task.attempt(),
                Optional.ofNullable(task.reason()),
                Optional.ofNullable(task.startedAt()),
                Objects.requireNonNull(task.completedAt(), "a terminal task has its completion time"));
    }
}
