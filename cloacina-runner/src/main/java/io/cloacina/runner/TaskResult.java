package io.cloacina.runner;

import io.cloacina.domain.execution.TaskStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one task of an execution ended.
 *
 * @param task its id within the workflow
 * @param status a terminal status
 * @param attempts how many tries were begun; 0 if it never ran
 * @param reason why it failed, was skipped or cancelled; empty when it completed. Bounded and redacted
 * @param started when its last try began, by the store's clock; empty if it never ran
 * @param completed when it became terminal, by the store's clock
 */
public record TaskResult(
        String task,
        TaskStatus status,
        int attempts,
        Optional<String> reason,
        Optional<Instant> started,
        Instant completed) {

    public TaskResult {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(completed, "completed");
        if (!status.isTerminal()) {
            throw new IllegalArgumentException("task '" + task + "' has no result yet: it is " + status);
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must not be negative: " + attempts);
        }
    }
}
