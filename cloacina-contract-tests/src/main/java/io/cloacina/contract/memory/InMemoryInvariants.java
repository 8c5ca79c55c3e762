package io.cloacina.contract.memory;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.History;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.RecordedEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The invariants of {@code checks.sql}, by the same names, on the rows in memory. Beyond what SQL asks, every history is
 * replayed by the domain's state machine ({@link History}) and must end in the status that the row has.
 */
final class InMemoryInvariants {

    private static final Set<EventKind> ENDS =
            EnumSet.of(EventKind.EXECUTION_COMPLETED, EventKind.EXECUTION_FAILED, EventKind.EXECUTION_CANCELLED);
    private static final Set<EventKind> STOPS =
            EnumSet.of(EventKind.EXECUTION_CANCEL_REQUESTED, EventKind.EXECUTION_TIMED_OUT);
    private static final Set<EventKind> STARTS = EnumSet.of(EventKind.TASK_CLAIMED, EventKind.TASK_READY);

    private final Tables tables;
    private final List<String> violations = new ArrayList<>();

    InMemoryInvariants(Tables tables) {
        this.tables = tables;
    }

    void check() {
        tables.executions.rows().forEach(this::check);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    private void check(ExecutionRow execution) {
        List<TaskRow> tasks = tables.tasksOf(execution.id).toList();
        List<RecordedEvent> history = tables.eventsOf(execution.id, 0).toList();
        checkEnd(execution, tasks);
        checkCounts(execution, tasks);
        checkHistory(execution, history);
        checkOrder(execution, history);
        require("Q6", hasContext(execution, ContextRef.INITIAL), execution.id);
        TaskStories stories = new TaskStories(execution, tasks, history);
        for (TaskRow task : tasks) {
            boolean completed = task.status == TaskStatus.COMPLETED;
            require("Q6", completed == hasContext(execution, task.ref.ordinal()), task.ref);
            violations.addAll(stories.violationsOf(task));
        }
    }

    private void checkEnd(ExecutionRow execution, List<TaskRow> tasks) {
        boolean terminal = execution.status.isTerminal();
        require("Q7", !tasks.isEmpty(), execution.id);
        require("Q7", terminal == tasks.stream().allMatch(task -> task.status.isTerminal()), execution.id);
        require("Q7b", terminal == (execution.completedAt != null), execution.id);
        if (execution.status == ExecutionStatus.COMPLETED) {
            require("Q7b", execution.failedTasks == 0 && execution.ending == null, execution.id);
        }
        if (execution.status == ExecutionStatus.FAILED) {
            require("Q7b", execution.failedTasks > 0 || execution.ending == Ending.TIMED_OUT, execution.id);
        }
    }

    private void checkCounts(ExecutionRow execution, List<TaskRow> tasks) {
        long open = tasks.stream().filter(task -> !task.status.isTerminal()).count();
        long failed =
                tasks.stream().filter(task -> task.status == TaskStatus.FAILED).count();
        require("Q13", execution.openTasks == open && execution.failedTasks == failed, execution.id);
    }

    private void checkHistory(ExecutionRow execution, List<RecordedEvent> history) {
        List<EventKind> kinds =
                history.stream().map(recorded -> recorded.event().kind()).toList();
        List<EventKind> ends = kinds.stream().filter(ENDS::contains).toList();
        require("Q7c", count(kinds, EventKind.EXECUTION_SUBMITTED) == 1, execution.id);
        require("Q7c", ends.equals(expectedEnds(execution.status)), execution.id);
        require("Q7c", replayed(kinds).equals(Optional.of(execution.status)), execution.id);
    }

    /** Where the state machine of executions comes to by these events; empty if it knows no such way. */
    private static Optional<ExecutionStatus> replayed(List<EventKind> kinds) {
        Optional<ExecutionStatus> status = Optional.of(ExecutionStatus.PENDING);
        for (EventKind kind : kinds) {
            if (!kind.isOfTask() && kind != EventKind.EXECUTION_SUBMITTED) {
                status = status.flatMap(before -> History.after(before, kind));
            }
        }
        return status;
    }

    private static List<EventKind> expectedEnds(ExecutionStatus status) {
        return status.isTerminal() ? List.of(EventKind.valueOf("EXECUTION_" + status)) : List.of();
    }

    private static long count(List<EventKind> kinds, EventKind wanted) {
        return kinds.stream().filter(wanted::equals).count();
    }

    private void checkOrder(ExecutionRow execution, List<RecordedEvent> history) {
        boolean stopped = false;
        boolean ended = false;
        for (RecordedEvent recorded : history) {
            EventKind kind = recorded.event().kind();
            require("Q15", !(stopped && STARTS.contains(kind)) && !(ended && kind.isOfTask()), execution.id);
            stopped |= STOPS.contains(kind);
            ended |= ENDS.contains(kind);
        }
    }

    private boolean hasContext(ExecutionRow execution, int writer) {
        return tables.contexts.contains(new ContextKey(execution.id, writer));
    }

    private void require(String invariant, boolean kept, Object subject) {
        if (!kept) {
            violations.add(invariant + " is violated by " + subject);
        }
    }
}
