package io.cloacina.simulation.check;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.TaskRecord;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.FinalContext;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Chore;
import io.cloacina.simulation.plan.Pause;
import io.cloacina.simulation.plan.Writing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the oracle says about one execution: task by task, dependencies first, then the whole. */
final class Verdict {

    private static final int ALL = 1000;
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Court court;
    private final ExecutionRecord execution;
    private final Blueprint blueprint;
    private final Map<String, TaskRecord> tasks = new HashMap<>();
    private final Map<String, TaskStatus> statuses = new HashMap<>();
    private final List<ExecutionEvent> history;
    private final Flow flow;

    Verdict(Court court, Handed handed, ExecutionRecord execution) {
        this.court = court;
        this.execution = execution;
        this.blueprint = court.blueprint(execution.definition());
        court.stored().tasks(execution.id()).forEach(task -> tasks.put(task.name(), task));
        this.history = court.stored().history(execution.id(), 0, ALL).stream()
                .map(RecordedEvent::event)
                .toList();
        this.flow = new Flow(blueprint, handed.input());
    }

    void check() {
        blueprint.chores().forEach(this::check);
        require(execution.status() == expectedStatus(), "the execution's status", "is " + execution.status());
        checkFinalContext();
    }

    private void check(Chore chore) {
        TaskRecord task = Objects.requireNonNull(tasks.get(chore.id()), chore.id());
        statuses.put(chore.id(), task.status());
        Flow.Input input = flow.into(chore.dependencies());
        boolean conflict = blueprint.conflicts() == ConflictPolicy.Mode.FAIL
                && !input.conflicts().isEmpty();
        checkStarted(chore, task, input.values());
        checkRecoveries(chore, task);
        checkInputs(chore, task, input.values(), conflict);
        if (task.status() == TaskStatus.COMPLETED) {
            require(!conflict, chore.id(), "completed in spite of a conflict that is refused");
            checkCompleted(chore, task);
            flow.completed(chore, Writing.of(chore, task.attempt(), input.values()));
        }
        if (task.status() == TaskStatus.FAILED) {
            FailureReasons reasons = new FailureReasons(court, chore, runOf(chore, task));
            require(
                    conflict || reasons.explain(task, endOf(task)),
                    chore.id(),
                    "failed for no reason that is known: " + task.reason());
        }
    }

    private void checkStarted(Chore chore, TaskRecord task, JsonObject input) {
        boolean awaitedCancelled =
                chore.dependencies().stream().anyMatch(id -> statuses.get(id) == TaskStatus.CANCELLED);
        if (task.status() == TaskStatus.CANCELLED || awaitedCancelled) {
            require(execution.ending() != null, chore.id(), "is cancelled, and its execution is not");
            require(task.status() == TaskStatus.CANCELLED, chore.id(), "ended after what it waits for was cancelled");
            return;
        }
        boolean holds = new RuleJudge(statuses, chore.dependencies(), input).holds(chore.rule());
        require(
                holds == (task.status() != TaskStatus.SKIPPED),
                chore.id(),
                "is " + task.status() + ", and its rule is " + holds);
    }

    private void checkRecoveries(Chore chore, TaskRecord task) {
        int cap = court.plan().settings().recoveries();
        boolean givenUp = task.status() == TaskStatus.FAILED || task.status() == TaskStatus.CANCELLED;
        require(
                task.recoveryAttempts() <= cap || givenUp && task.recoveryAttempts() == cap + 1,
                chore.id(),
                "is " + task.status() + " after " + task.recoveryAttempts() + " recoveries of " + cap);
    }

    /** Whatever its claims were, its dependencies had ended: each run saw the same. */
    private void checkInputs(Chore chore, TaskRecord task, JsonObject input, boolean conflict) {
        for (Journal.Run run : court.journal().all(execution.id().toString(), chore.id(), task.epoch())) {
            require(!conflict, chore.id(), "ran in spite of a conflict that is refused");
            require(
                    run.input().canonical().equals(input.canonical()),
                    chore.id(),
                    "saw " + run.input().canonical() + " instead of " + input.canonical());
        }
    }

    private void checkCompleted(Chore chore, TaskRecord task) {
        Optional<Journal.Run> run = runOf(chore, task);
        long most = chore.timeout().plus(A_MOMENT).toNanos();
        boolean paused = court.plan().steps().stream().anyMatch(step -> step.act() instanceof Pause);
        require(paused || run.filter(each -> each.took() > most).isEmpty(), chore.id(), "completed after its time-out");
        require(
                run.filter(each -> each.end() == Journal.End.RETURNED && each.attempt() == task.attempt())
                        .isPresent(),
                chore.id(),
                "completed, and its body did not return");
    }

    private Optional<Journal.Run> runOf(Chore chore, TaskRecord task) {
        return court.journal().find(execution.id().toString(), chore.id(), task.epoch());
    }

    private EventKind endOf(TaskRecord task) {
        return history.stream()
                .filter(event -> Objects.equals(event.task(), task.ref().ordinal()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .kind();
    }

    private ExecutionStatus expectedStatus() {
        if (execution.ending() == Ending.CANCELLED) {
            return ExecutionStatus.CANCELLED;
        }
        boolean failed = execution.ending() == Ending.TIMED_OUT || statuses.containsValue(TaskStatus.FAILED);
        return failed ? ExecutionStatus.FAILED : ExecutionStatus.COMPLETED;
    }

    private void checkFinalContext() {
        List<String> leaves = blueprint.loose().stream()
                .sorted((a, b) -> Integer.compare(ordinal(a), ordinal(b)))
                .toList();
        Flow.Input expected = flow.into(leaves);
        ExecutionResult result = court.results().get(execution.id());
        if (result == null) {
            require(false, "the result", "cannot be told");
        } else if (blueprint.conflicts() == ConflictPolicy.Mode.FAIL
                && !expected.conflicts().isEmpty()) {
            require(result.finalContext() instanceof FinalContext.Untold, "the final context", "hides a conflict");
        } else {
            String told = result.finalContext() instanceof FinalContext.Told context
                    ? context.context().toJson().canonical()
                    : result.finalContext().toString();
            require(
                    told.equals(expected.values().canonical()),
                    "the final context",
                    "is " + told + " instead of " + expected.values().canonical());
        }
    }

    private int ordinal(String task) {
        return Objects.requireNonNull(tasks.get(task)).ref().ordinal();
    }

    private void require(boolean kept, String subject, String how) {
        Invariant.require(court, "oracle", kept, () -> court.name(execution.id()) + "/" + subject + " " + how);
    }
}
