package io.cloacina.contract;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskSettlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows when tasks of one locked execution end: successors become ready when all their dependencies completed and
 * are skipped otherwise, and the execution ends with its last task. One such object per execution and transaction.
 */
final class Consequences {

    private final StoreTransaction transaction;
    private final LockedExecution execution;
    private final StoredDefinition definition;
    private final Events events;
    private final List<ExecutionEvent> history = new ArrayList<>();
    private final List<TaskSettlement> settlements = new ArrayList<>();
    private int open;
    private int failed;

    Consequences(StoreTransaction transaction, LockedExecution execution, StoredDefinition definition, Events events) {
        this.transaction = transaction;
        this.execution = execution;
        this.definition = definition;
        this.events = events;
        this.open = execution.openTasks();
        this.failed = execution.failedTasks();
    }

    /** Settles everything that follows and returns its history. */
    List<ExecutionEvent> of(Map<Integer, TaskStatus> ended) {
        failed +=
                (int) ended.values().stream().filter(TaskStatus.FAILED::equals).count();
        Map<Integer, TaskStatus> wave = ended;
        while (!wave.isEmpty()) {
            open -= wave.size();
            wave = skippedBy(transaction.countDown(countDowns(wave)));
        }
        transaction.settle(settlements, List.of(settlement()));
        return history;
    }

    private List<CountDown> countDowns(Map<Integer, TaskStatus> wave) {
        Map<Integer, CountDown> counts = new TreeMap<>();
        for (int successor = 0; successor < definition.tasks().size(); successor++) {
            for (int dependency : definition.tasks().get(successor).dependencies()) {
                if (wave.containsKey(dependency)) {
                    int bad = wave.get(dependency) == TaskStatus.COMPLETED ? 0 : 1;
                    counts.merge(successor, countDown(successor, 1, bad), this::sum);
                }
            }
        }
        return List.copyOf(counts.values());
    }

    private CountDown sum(CountDown one, CountDown other) {
        return countDown(one.task().ordinal(), one.ended() + other.ended(), one.unsuccessful() + other.unsuccessful());
    }

    private CountDown countDown(int ordinal, int ended, int unsuccessful) {
        return new CountDown(new TaskRef(execution.id(), ordinal), ended, unsuccessful);
    }

    private Map<Integer, TaskStatus> skippedBy(List<OpenedTask> opened) {
        Map<Integer, TaskStatus> skipped = new TreeMap<>();
        for (OpenedTask task : opened) {
            if (task.unsuccessful() == 0) {
                decide(task, TaskStatus.READY, EventKind.TASK_READY, null);
            } else {
                decide(task, TaskStatus.SKIPPED, EventKind.TASK_SKIPPED, "a dependency did not complete");
                skipped.put(task.task().ordinal(), TaskStatus.SKIPPED);
            }
        }
        return skipped;
    }

    private void decide(OpenedTask task, TaskStatus next, EventKind kind, @Nullable String reason) {
        settlements.add(new TaskSettlement(task.task(), next, 0, task.unsuccessful(), reason));
        history.add(events.of(task.task(), kind, reason));
    }

    private ExecutionSettlement settlement() {
        ExecutionStatus status = status();
        ExecutionId id = execution.id();
        if (status.isTerminal()) {
            history.add(events.ended(id, status));
        }
        return new ExecutionSettlement(id, status, open, failed, execution.ending(), null);
    }

    private ExecutionStatus status() {
        if (open > 0) {
            return ExecutionStatus.RUNNING;
        }
        if (execution.ending() == Ending.CANCELLED) {
            return ExecutionStatus.CANCELLED;
        }
        return failed > 0 || execution.ending() != null ? ExecutionStatus.FAILED : ExecutionStatus.COMPLETED;
    }
}
