package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextConflictException;
import io.cloacina.domain.context.UnreadableContextException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an execution ended. Times are by the store's clock.
 *
 * @param id the execution
 * @param workflow the name of its workflow
 * @param status a terminal status
 * @param reason why it failed or was cancelled; empty when it completed. Bounded and redacted
 * @param finalContext what its last tasks left, or what keeps that from being told; {@link #context()} is the short way
 * @param tasks its tasks in the order of the workflow
 * @param submitted when it was stored
 * @param started when its first task was claimed; empty if none ever was
 * @param completed when it became terminal
 */
public record ExecutionResult(
        ExecutionId id,
        String workflow,
        ExecutionStatus status,
        Optional<String> reason,
        FinalContext finalContext,
        List<TaskResult> tasks,
        Instant submitted,
        Optional<Instant> started,
        Instant completed) {

    public ExecutionResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workflow, "workflow");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(finalContext, "finalContext");
        tasks = List.copyOf(tasks);
        Objects.requireNonNull(submitted, "submitted");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(completed, "completed");
        if (!status.isTerminal()) {
            throw new IllegalArgumentException("execution " + id + " has no result yet: it is " + status);
        }
    }

    /** A result whose final context is known. */
    public ExecutionResult(
            ExecutionId id,
            String workflow,
            ExecutionStatus status,
            Optional<String> reason,
            Context context,
            List<TaskResult> tasks,
            Instant submitted,
            Optional<Instant> started,
            Instant completed) {
        this(id, workflow, status, reason, new FinalContext.Told(context), tasks, submitted, started, completed);
    }

    /**
     * The final context: what the last tasks left, merged by the rule of the workflow when the result was read.
     *
     * <p>It may be that it cannot be told. Then this method throws, each time; status, reason, tasks and times are there
     * all the same.
     *
     * @throws ContextConflictException if last tasks of which neither follows the other wrote one key, and the workflow
     *     says {@link ConflictPolicy#fail()}
     * @throws UnreadableContextException if a stored context, or the stored definition, is missing or damaged
     * @throws RuntimeException what the merge function of the workflow threw, if it has one
     */
    public Context context() {
        return finalContext.get();
    }

    /**
     * The result of one task.
     *
     * @throws RefusedArgumentException if the workflow has no task of that id; the message names some it has
     */
    public TaskResult task(String task) {
        given(task, "the task to look for", "give the id of a task of the workflow");
        return tasks.stream()
                .filter(result -> result.task().equals(task))
                .findFirst()
                .orElseThrow(() -> UnknownNames.task(
                        task, workflow, tasks.stream().map(TaskResult::task).toList()));
    }

    /** From submission to the end, waiting included. */
    public Duration duration() {
        return Duration.between(submitted, completed);
    }

    /**
     * This result, if the execution completed.
     *
     * @throws RunnerException.ExecutionFailed naming the failed tasks, if it failed or was cancelled
     */
    public ExecutionResult requireCompleted() {
        if (status != ExecutionStatus.COMPLETED) {
            throw new RunnerException.ExecutionFailed(this);
        }
        return this;
    }

    /** Leaves the context out: payloads stay out of logs. */
    @Override
    public String toString() {
        return "ExecutionResult[id=" + id + ", workflow=" + workflow + ", status=" + status + ", reason=" + reason
                + ", tasks=" + tasks.size() + ", duration=" + duration() + "]";
    }
}
