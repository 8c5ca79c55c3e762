package io.cloacina.runnertests;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that contradicts itself in one execution, as {@link FailedStory} left it.
 *
 * @param invariant the id of the one that must find it; others may find it too
 * @param name names the execution: its idempotency key
 * @param statements portable SQL, but for {@code {3 hours}}; {@code {id}} stands for the execution's id
 */
record Damage(String invariant, String name, List<String> statements) {

    private static final String COPY =
            "insert into execution_events (execution_id, kind, task_ordinal, epoch, attempt, worker, created_at)"
                    + " select execution_id, %s, task_ordinal, %s, attempt, worker, created_at"
                    + " from execution_events where execution_id = {id} and %s";
    private static final String TASK = "update task_executions set %s where execution_id = {id} and ordinal = %d";
    private static final String EXECUTION = "update workflow_executions set %s where id = {id}";
    private static final String WITHOUT = "delete from %s where execution_id = {id} and %s";

    /** One for every way in which a query can find something. */
    static List<Damage> all() {
        return Stream.of(histories(), contexts(), executions(), tasks(), references())
                .flatMap(List::stream)
                .toList();
    }

    private static Damage of(String invariant, String what, String... statements) {
        return new Damage(invariant, invariant + " " + what, List.of(statements));
    }

    private static List<Damage> histories() {
        String claim = "kind = 'TASK_CLAIMED' and epoch = 2";
        return List.of(
                of("Q1", "two ends", COPY.formatted("kind", "epoch", "kind = 'TASK_COMPLETED'")),
                of("Q1b", "no end", WITHOUT.formatted("execution_events", "kind = 'TASK_SKIPPED'")),
                of("Q2", "too early", WITHOUT.formatted("execution_events", "kind = 'TASK_COMPLETED'")),
                of("Q4", "late write", COPY.formatted("'TASK_RELEASED'", "1", claim)),
                of("Q10", "claimed twice", COPY.formatted("kind", "epoch + 1", claim)),
                of("Q12", "wrong step", COPY.formatted("'TASK_READY'", "epoch", "kind = 'TASK_COMPLETED'")),
                of("Q12b", "no readiness", WITHOUT.formatted("execution_events", "kind = 'TASK_READY'")),
                of(
                        "Q15",
                        "claimed when stopped",
                        "update execution_events set kind = 'EXECUTION_CANCEL_REQUESTED'"
                                + " where execution_id = {id} and kind = 'EXECUTION_STARTED'"),
                of("Q15", "after the end", COPY.formatted("kind", "epoch", "kind = 'TASK_SKIPPED'")));
    }

    private static List<Damage> contexts() {
        return List.of(
                of("Q6", "no output", WITHOUT.formatted("task_contexts", "writer = 0")),
                of("Q6", "no input", WITHOUT.formatted("task_contexts", "writer = -1")),
                of(
                        "Q6",
                        "output of a failure",
                        "update task_contexts set writer = 1 where execution_id = {id} and writer = 0"),
                of("Q6", "nobody's", "update task_contexts set writer = 9 where execution_id = {id} and writer = 0"));
    }

    private static List<Damage> executions() {
        return List.of(
                of("Q7", "never ended", EXECUTION.formatted("status = 'RUNNING', completed_at = null")),
                of("Q7", "ended too early", TASK.formatted("status = 'READY', completed_at = null", 2)),
                of("Q7", "no tasks", WITHOUT.formatted("task_executions", "ordinal >= 0")),
                of("Q7b", "completed in spite of a failure", EXECUTION.formatted("status = 'COMPLETED'")),
                of("Q7b", "failed without a failure", EXECUTION.formatted("failed_tasks = 0")),
                of("Q7b", "no time of its end", EXECUTION.formatted("completed_at = null")),
                of("Q7c", "not submitted", WITHOUT.formatted("execution_events", "kind = 'EXECUTION_SUBMITTED'")),
                of("Q7c", "no end told", WITHOUT.formatted("execution_events", "kind = 'EXECUTION_FAILED'")),
                of("Q7c", "another end told", EXECUTION.formatted("status = 'CANCELLED'")),
                of("Q7c", "no history", WITHOUT.formatted("execution_events", "epoch >= 0")),
                of("Q11", "the key of another", EXECUTION.formatted("idempotency_key = 'Q1 two ends'")),
                of("Q13", "open", EXECUTION.formatted("open_tasks = open_tasks + 1")),
                of("Q13", "failed", EXECUTION.formatted("failed_tasks = failed_tasks + 1")));
    }

    private static List<Damage> tasks() {
        return List.of(
                of("Q8a", "stranded", TASK.formatted("status = 'NOT_STARTED'", 2)),
                of("Q8b", "owned though ended", TASK.formatted("claimed_by = 'nobody'", 0)),
                of("Q8b", "running without an owner", TASK.formatted("status = 'RUNNING', lease_until = due_at", 0)),
                of("Q8b", "running without a lease", TASK.formatted("status = 'RUNNING', claimed_by = 'nobody'", 0)),
                of("Q8b", "no time of its end", TASK.formatted("completed_at = null", 0)),
                of("Q8b", "never due", TASK.formatted("status = 'READY', completed_at = null, due_at = null", 0)),
                of("Q8b", "claimable though ended", TASK.formatted("claimable = true", 0)),
                of("Q9", "epoch", TASK.formatted("claim_epoch = claim_epoch + 1", 0)),
                of("Q9", "attempt", TASK.formatted("attempt = attempt + 1", 0)),
                of("Q9", "recoveries", TASK.formatted("recovery_attempts = recovery_attempts + 1", 0)),
                of("Q14", "open", TASK.formatted("status = 'NOT_STARTED', open_dependencies = 7", 2)),
                of("Q14", "unsuccessful", TASK.formatted("status = 'NOT_STARTED', unsuccessful_dependencies = 7", 2)),
                of(
                        "Q16",
                        "forgotten",
                        TASK.formatted(
                                "status = 'RUNNING', claimed_by = 'nobody', lease_until = created_at - {3 hours}", 2),
                        "update execution_events set created_at = created_at - {3 hours} + {3 hours} / 30"
                                + " where execution_id = {id} and kind = 'EXECUTION_SUBMITTED'"));
    }

    private static List<Damage> references() {
        return List.of(
                of("Q17", "no definition", EXECUTION.formatted("definition_id = id")),
                of("Q17", "a task is missing", WITHOUT.formatted("task_executions", "ordinal = 2")),
                of("Q17", "a task of another definition", TASK.formatted("definition_id = execution_id", 2)),
                of("Q17", "a task too many", TASK.formatted("ordinal = 9", 2)),
                of(
                        "Q17",
                        "an event of no task",
                        "update execution_events set task_ordinal = 9"
                                + " where execution_id = {id} and kind = 'TASK_SKIPPED'"),
                of("Q17", "no execution", "delete from workflow_executions where id = {id}"));
    }
}
