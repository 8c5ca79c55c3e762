package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.notBlank;
import static io.cloacina.domain.json.PayloadPath.shown;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.task.TaskBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declares a workflow, task by task, in any order. Made by {@link Workflow#named}. Nothing is checked before {@link
 * #build()}, which reports all problems at once; only null, and the blank key of a tag, are refused where they are given,
 * with a {@link RefusedArgumentException}.
 *
 * <p>Not thread-safe. It may be built from more than once; what was built does not change afterwards.
 */
public final class WorkflowBuilder {

    private final String name;
    private final List<DeclaredTask> tasks = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String description = "";
    private ConflictPolicy conflictPolicy = ConflictPolicy.lastDeclared();
    private @Nullable Duration timeout;

    WorkflowBuilder(String name) {
        this.name = given(name, "the name of a workflow", "choose a text, the executions are started by it");
    }

    /** What the workflow is for, in a sentence. Not part of its version. Default: empty. */
    public WorkflowBuilder description(String text) {
        this.description = given(text, "the description of a workflow", "leave it out for none");
        return this;
    }

    /** A label for people and tools; the same key again replaces the value. Not part of the version. */
    public WorkflowBuilder tag(String key, String value) {
        notBlank(key, "the key of a tag", "choose another text, or leave the tag out");
        tags.put(key, given(value, "the value of a tag", "leave the tag out, or give the empty text"));
        return this;
    }

    /** Declares a task that waits for no other. */
    public WorkflowBuilder task(String id, TaskBody body) {
        return task(id, body, TaskOptions.root());
    }

    /**
     * Declares a task.
     *
     * @param id its name in this workflow, of the same characters as the name of a workflow
     * @param body what it does
     * @param options after which others, when, how often, how long
     */
    public WorkflowBuilder task(String id, TaskBody body, TaskOptions options) {
        given(id, "the id of a task", "choose a text that is unique in the workflow");
        given(body, () -> "the body of task '" + shown(id) + "'", "give a lambda, which may do nothing");
        given(options, () -> "the options of task '" + shown(id) + "'", "leave them out for none");
        tasks.add(new DeclaredTask(options.define(id), body, options));
        return this;
    }

    /**
     * How long an execution may take before what has not started is cancelled and it fails. From a millisecond to 3,650
     * days; default: as long as it likes.
     */
    public WorkflowBuilder timeout(Duration most) {
        this.timeout = given(most, "the time-out of a workflow", "leave it out for none");
        return this;
    }

    /**
     * What happens when two tasks, neither of which waits for the other, wrote the same context key and a third one gets
     * both. Default: {@link ConflictPolicy#lastDeclared()}.
     *
     * <p>A merge function cannot be had together with a context condition in a trigger rule: the condition is decided
     * inside the store's transaction, where no user code runs, and would see values that the function has not merged.
     */
    public WorkflowBuilder onConflict(ConflictPolicy policy) {
        this.conflictPolicy = given(policy, "the conflict policy of a workflow", "leave it out for the default");
        return this;
    }

    /**
     * Builds the workflow.
     *
     * @throws InvalidWorkflowException if there is no task or more than {@value TaskGraph#MOST_TASKS}; if the name, an id
     *     or a declared version is blank, too long or not printable; if an id is declared twice; if a dependency is
     *     unknown, repeated, or the task itself, or tasks wait for each other in a cycle; if a trigger rule names a task
     *     on which its task does not depend, or belongs to a task without dependencies, or reads the context although
     *     there is a merge function; if a time-out is out of bounds
     */
    public Workflow build() {
        WorkflowDefinition definition = WorkflowDefinition.of(
                name, tasks.stream().map(DeclaredTask::definition).toList(), conflictPolicy.mode(), timeout);
        return new Workflow(definition, tasks, conflictPolicy, description, tags);
    }

    record DeclaredTask(TaskDefinition definition, TaskBody body, TaskOptions options) {}
}
