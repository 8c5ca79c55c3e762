package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The code-free part of a workflow: everything that decides how its executions go, but for the bodies. It is stored once
 * and shared by all executions that were started with it.
 *
 * <p>Identity is content: {@link #id()} and {@link #version()} are taken from the SHA-256 of the canonical JSON text, so
 * they are equal on every machine and do not depend on the order in which tasks were declared, and any change that
 * matters changes them. Description and tags are not part of a definition.
 *
 * <p>Always valid: no instance exists that {@link WorkflowBuilder#build()} would refuse. Immutable and thread-safe.
 */
public final class WorkflowDefinition {

    private final String name;
    private final List<TaskDefinition> tasks;
    private final TaskGraph graph;
    private final ConflictPolicy.Mode conflictMode;
    private final @Nullable Duration timeout;
    private final DefinitionDigest digest;

    private WorkflowDefinition(
            String name,
            Collection<TaskDefinition> tasks,
            TaskGraph graph,
            ConflictPolicy.Mode conflictMode,
            @Nullable Duration timeout) {
        Map<String, TaskDefinition> byId = tasks.stream().collect(Collectors.toMap(TaskDefinition::id, task -> task));
        this.name = name;
        this.graph = graph;
        this.tasks =
                graph.ids().stream().map(byId::get).map(Objects::requireNonNull).toList();
        this.conflictMode = conflictMode;
        this.timeout = timeout;
        this.digest = DefinitionDigest.of(toJson());
    }

    /**
     * Makes a definition.
     *
     * @param name the workflow's name
     * @param tasks its tasks, in any order
     * @param conflictMode what happens when unordered tasks wrote the same context key
     * @param timeout how long an execution may take, or null for as long as it likes
     * @throws RefusedArgumentException if anything but the time-out is null
     * @throws InvalidWorkflowException if {@link WorkflowBuilder#build()} would refuse it
     */
    public static WorkflowDefinition of(
            String name,
            Collection<TaskDefinition> tasks,
            ConflictPolicy.Mode conflictMode,
            @Nullable Duration timeout) {
        given(name, "the name of a workflow", "choose a text, the executions are started by it");
        List<TaskDefinition> declared = allGiven(tasks, "the tasks of a workflow", "declare at least one");
        given(conflictMode, "the conflict mode of a workflow", "give LAST_DECLARED for the default");
        TaskGraph graph = WorkflowCheck.check(name, declared, conflictMode, timeout);
        return new WorkflowDefinition(name, tasks, graph, conflictMode, timeout);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws MalformedDefinitionException if the value is not a valid definition, or holds anything this version does
     *     not know
     */
    public static WorkflowDefinition fromJson(JsonValue value) {
        return DefinitionDocument.read(given(value, "the stored form of a workflow", "give what toJson() wrote"));
    }

    /** The identity of this content: the first 128 bits of the SHA-256 of its canonical JSON text. */
    public UUID id() {
        return digest.id();
    }

    /** The workflow's name. */
    public String name() {
        return name;
    }

    /** The workflow's version: the first 16 hex digits of the same hash. */
    public String version() {
        return digest.version();
    }

    /** The tasks in canonical order: the index of a task is its ordinal. */
    public List<TaskDefinition> tasks() {
        return tasks;
    }

    /** Who waits for whom. */
    public TaskGraph graph() {
        return graph;
    }

    /** What happens when unordered tasks wrote the same context key. */
    public ConflictPolicy.Mode conflictMode() {
        return conflictMode;
    }

    /** How long an execution may take; empty for as long as it likes. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** The definition as stored: all there is to it, with defaults written out. */
    public JsonObject toJson() {
        return DefinitionDocument.write(this);
    }

    /** Definitions are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkflowDefinition that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "WorkflowDefinition[" + name + ", version " + version() + ", " + tasks.size() + " tasks]";
    }
}
