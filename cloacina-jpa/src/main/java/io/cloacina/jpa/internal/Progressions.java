package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The moments in which executions go on or end. Sets go in sorted, so that rows are locked in one order everywhere. */
record Progressions(Statements statements) {

    List<LockedExecution> lock(Collection<ExecutionId> executions) {
        return statements.select(StoreStatement.LOCK, new TreeSet<>(executions), Progressions::write).stream()
                .map(row -> new LockedExecution(
                        row.execution(0),
                        row.uuid(1),
                        row.word(2, WordColumn.EXECUTION_STATUS),
                        row.wordOrNull(3, WordColumn.ENDING),
                        row.integer(4),
                        row.integer(5)))
                .toList();
    }

    List<OpenedTask> countDown(List<CountDown> countDowns) {
        Map<TaskRef, CountDown> sums = new TreeMap<>();
        countDowns.forEach(countDown -> sums.merge(countDown.task(), countDown, Progressions::sum));
        return statements
                .select(
                        StoreStatement.COUNT_DOWN,
                        sums.values(),
                        (row, sum) -> row.ref(sum.task())
                                .number("ended", sum.ended())
                                .number("unsuccessful", sum.unsuccessful()))
                .stream()
                .filter(row -> row.integer(2) == 0)
                .map(row -> new OpenedTask(row.task(0), row.integer(3)))
                .toList();
    }

    private static CountDown sum(CountDown one, CountDown other) {
        return new CountDown(one.task(), one.ended() + other.ended(), one.unsuccessful() + other.unsuccessful());
    }

    List<TaskState> states(Collection<TaskRef> tasks) {
        return statements.select(StoreStatement.STATES, new TreeSet<>(tasks), JsonRows::ref).stream()
                .map(row -> new TaskState(
                        row.task(0),
                        row.word(2, WordColumn.TASK_STATUS),
                        row.integer(3),
                        row.integer(4),
                        row.integer(5)))
                .toList();
    }

    void settleTasks(List<TaskSettlement> settlements) {
        statements.update(
                StoreStatement.SETTLE_TASKS,
                settlements,
                (row, settlement) -> row.ref(settlement.task())
                        .word("next", settlement.next())
                        .number("open", settlement.openDependencies())
                        .number("unsuccessful", settlement.unsuccessful())
                        .text("reason", settlement.reason()));
    }

    void settleExecutions(List<ExecutionSettlement> settlements) {
        statements.update(
                StoreStatement.SETTLE_EXECUTIONS,
                settlements,
                (row, settlement) -> row.id("id", settlement.id())
                        .word("status", settlement.status())
                        .number("open", settlement.openTasks())
                        .number("failed", settlement.failedTasks())
                        .word("ending", settlement.ending())
                        .text("reason", settlement.reason()));
    }

    List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason) {
        return statements
                .select(StoreStatement.CANCEL_UNSTARTED, new TreeSet<>(executions), Progressions::write, reason)
                .stream()
                .map(row -> row.task(0))
                .toList();
    }

    List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason) {
        return statements.select(StoreStatement.PARK, new TreeSet<>(executions), Progressions::write, reason).stream()
                .map(row -> row.execution(0))
                .toList();
    }

    void record(List<ExecutionEvent> events) {
        statements.update(
                StoreStatement.RECORD,
                events,
                (row, event) -> row.id("execution", event.execution())
                        .word("kind", event.kind())
                        .number("task", event.task())
                        .number("epoch", event.epoch())
                        .number("attempt", event.attempt())
                        .text("worker", event.worker())
                        .text("detail", event.detail()));
    }

    private static void write(JsonRows row, ExecutionId id) {
        row.id("id", id);
    }
}
