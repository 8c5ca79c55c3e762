package io.cloacina.runner;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an execution waits for, as stored when it was asked.
 *
 * @param execution the execution
 * @param workflow the name of its workflow
 * @param version the version of the workflow it was started with
 * @param status where it stands
 * @param reason why it failed or was cancelled; empty for none
 * @param parked why no runner that looked at it could go on; empty when it is not parked
 * @param missing what this runner lacks to run it: the workflow or tasks, as sentences; empty when it can
 * @param waits its tasks that are not terminal, in the order of the workflow
 */
public record Explanation(
        ExecutionId execution,
        String workflow,
        String version,
        ExecutionStatus status,
        Optional<String> reason,
        Optional<String> parked,
        List<String> missing,
        List<TaskWait> waits) {

    public Explanation {
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(workflow, "workflow");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(parked, "parked");
        missing = List.copyOf(missing);
        waits = List.copyOf(waits);
    }

    /** When the next task may be tried, among those that wait for their time; empty for none. */
    public Optional<Instant> nextDue() {
        return waits.stream().flatMap(wait -> wait.due().stream()).min(Instant::compareTo);
    }

    /** The whole as text for people: one line for the execution, one per reason and per waiting task. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "Execution " + execution + " of workflow '" + workflow + "' version " + version + " is " + status);
        reason.ifPresent(why -> text.append(": ").append(why));
        parked.ifPresent(why -> text.append("\n  parked: ").append(why));
        missing.forEach(name -> text.append("\n  missing here: ").append(name));
        return text + waits.stream().map(wait -> "\n  " + wait).collect(Collectors.joining());
    }

    /**
     * What one task waits for.
     *
     * @param task its id within the workflow
     * @param status where it stands
     * @param attempt the number of its present or next try
     * @param openDependencies the ids of its dependencies that are not terminal
     * @param due when it may be claimed, while it waits for its time; otherwise empty
     * @param worker the runner that holds it, with the number of its write loop; otherwise empty
     * @param leaseUntil until when that runner holds it without another heartbeat; otherwise empty
     * @param lastError the error of its last try; empty for none
     */
    public record TaskWait(
            String task,
            TaskStatus status,
            int attempt,
            List<String> openDependencies,
            Optional<Instant> due,
            Optional<String> worker,
            Optional<Instant> leaseUntil,
            Optional<String> lastError) {

        public TaskWait {
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(status, "status");
            openDependencies = List.copyOf(openDependencies);
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(worker, "worker");
            Objects.requireNonNull(leaseUntil, "leaseUntil");
            Objects.requireNonNull(lastError, "lastError");
        }

        /** One line for people. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("task '" + task + "' is " + status + ", attempt " + attempt);
            if (!openDependencies.isEmpty()) {
                text.append(", after ").append(String.join(", ", openDependencies));
            }
            due.ifPresent(at -> text.append(", due ").append(at));
            worker.ifPresent(name -> text.append(", held by ").append(name));
            leaseUntil.ifPresent(at -> text.append(" until ").append(at));
            lastError.ifPresent(error -> text.append(", last error: ").append(error));
            return text.toString();
        }
    }
}
