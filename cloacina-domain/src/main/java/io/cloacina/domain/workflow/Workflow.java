package io.cloacina.domain.workflow;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskBody;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A named, versioned, validated graph of tasks, with their code.
 *
 * <pre>{@code
 * Workflow orders = Workflow.named("orders")
 *         .task("fetch", fetch)
 *         .task("charge", charge, after("fetch").retry(exponential().maxAttempts(5)))
 *         .task("apologise", apologise, after("charge").when(anyFailed()))
 *         .build();
 * }</pre>
 *
 * <p>What is stored of it is its {@link #definition()}; the code stays in the process that registered the workflow.
 * Immutable; thread-safe as far as the bodies are.
 */
public final class Workflow {

    private final WorkflowDefinition definition;
    private final Map<String, TaskBody> bodies;
    private final Map<String, RetryPolicy> retryPolicies;
    private final ConflictPolicy conflictPolicy;
    private final String description;
    private final Map<String, String> tags;

    Workflow(
            WorkflowDefinition definition,
            List<WorkflowBuilder.DeclaredTask> tasks,
            ConflictPolicy conflictPolicy,
            String description,
            Map<String, String> tags) {
        this.definition = definition;
        this.bodies = byId(tasks, WorkflowBuilder.DeclaredTask::body);
        this.retryPolicies = byId(tasks, task -> task.options().retryPolicy());
        this.conflictPolicy = conflictPolicy;
        this.description = description;
        this.tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    private static <T> Map<String, T> byId(
            List<WorkflowBuilder.DeclaredTask> tasks, Function<WorkflowBuilder.DeclaredTask, T> part) {
        return tasks.stream()
                .collect(Collectors.toUnmodifiableMap(task -> task.definition().id(), part));
    }

    /**
     * Starts the declaration of a workflow.
     *
     * @param name its name: at most 255 characters, not blank, none that controls a terminal, ends a line or turns the
     *     direction of text; checked when it is built
     * @throws RefusedArgumentException if the name is null
     */
    public static WorkflowBuilder named(String name) {
        return new WorkflowBuilder(name);
    }

    /** The workflow's name, under which executions are started. */
    public String name() {
        return definition.name();
    }

    /** 16 hex digits that change whenever the {@link #definition()} does; see {@link WorkflowDefinition#version()}. */
    public String version() {
        return definition.version();
    }

    /** What the workflow is for; empty when nothing was said. */
    public String description() {
        return description;
    }

    /** Labels for people and tools, in declared order. */
    public Map<String, String> tags() {
        return tags;
    }

    /** The part without code, which is stored. */
    public WorkflowDefinition definition() {
        return definition;
    }

    /** What happens when unordered tasks wrote the same context key. */
    public ConflictPolicy conflictPolicy() {
        return conflictPolicy;
    }

    /**
     * The code of a task.
     *
     * @throws RefusedArgumentException if there is no such task; the message names the nearest ids
     */
    public TaskBody body(String taskId) {
        return part(bodies, taskId);
    }

    /**
     * The retry policy of a task, with the code that decides what is tried again.
     *
     * @throws RefusedArgumentException if there is no such task; the message names the nearest ids
     */
    public RetryPolicy retryPolicy(String taskId) {
        return part(retryPolicies, taskId);
    }

    private <T> T part(Map<String, T> parts, String taskId) {
        T part = parts.get(definition.graph().id(definition.graph().ordinal(taskId)));
        if (part == null) {
            throw new IllegalStateException("task '" + taskId + "' has lost its code");
        }
        return part;
    }

    @Override
    public String toString() {
        return "Workflow[" + name() + ", version " + version() + ", "
                + definition.tasks().size() + " tasks]";
    }
}
