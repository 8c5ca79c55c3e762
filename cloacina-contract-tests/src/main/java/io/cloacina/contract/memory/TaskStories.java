package io.cloacina.contract.memory;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.History;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the history tells of each task of one execution, replayed and compared with the task's row. */
final class TaskStories {

    private final ExecutionRow execution;
    private final List<TaskRow> tasks;
    private final Map<Integer, List<RecordedEvent>> stories = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    TaskStories(ExecutionRow execution, List<TaskRow> tasks, List<RecordedEvent> history) {
        this.execution = execution;
        this.tasks = tasks;
        history.forEach(recorded -> {
            Integer task = recorded.event().task();
            if (task != null) {
                stories.computeIfAbsent(task, first -> new ArrayList<>()).add(recorded);
            }
        });
    }

    List<String> violationsOf(TaskRow task) {
        violations.clear();
        List<RecordedEvent> story = stories.getOrDefault(task.ref.ordinal(), List.of());
        checkSteps(task, story.stream().map(RecordedEvent::event).toList());
        checkCounters(task, story);
        checkHolder(task);
        checkDependencies(task, story);
        return List.copyOf(violations);
    }

    private void checkSteps(TaskRow task, List<ExecutionEvent> story) {
        int granted = 0;
        for (ExecutionEvent event : story) {
            require("Q4", event.epoch() == 0 || event.epoch() >= granted, task, event);
            granted = event.kind() == EventKind.TASK_CLAIMED ? event.epoch() : granted;
        }
        checkReplay(task, story.stream().map(ExecutionEvent::kind).toList());
    }

    private void checkReplay(TaskRow task, List<EventKind> story) {
        TaskStatus first = dependenciesOf(task).isEmpty() ? TaskStatus.READY : TaskStatus.NOT_STARTED;
        try {
            require("Q1b", History.replay(first, story) == task.status, task, story);
        } catch (IllegalArgumentException impossible) {
            require("Q12", false, task, impossible.getMessage());
        }
    }

    private void checkCounters(TaskRow task, List<RecordedEvent> story) {
        int claims = count(story, EnumSet.of(EventKind.TASK_CLAIMED));
        int retries = count(story, EnumSet.of(EventKind.TASK_RETRY_SCHEDULED));
        int recoveries = count(story, EnumSet.of(EventKind.TASK_LEASE_EXPIRED, EventKind.TASK_ABANDONED));
        boolean agree = task.epoch == claims && task.attempt == 1 + retries && task.recoveryAttempts == recoveries;
        require("Q9", agree, task, null);
    }

    private static int count(List<RecordedEvent> story, Set<EventKind> kinds) {
        return (int) story.stream()
                .filter(recorded -> kinds.contains(recorded.event().kind()))
                .count();
    }

    private void checkHolder(TaskRow task) {
        boolean running = task.status == TaskStatus.RUNNING;
        boolean held = task.worker != null && task.leaseUntil != null;
        boolean free = task.worker == null && task.leaseUntil == null;
        require("Q8b", running ? held : free, task, null);
        require("Q8b", task.status.isTerminal() == (task.completedAt != null), task, null);
        require("Q8b", task.status == TaskStatus.READY ? task.dueAt != null : !task.claimable, task, null);
    }

    private void checkDependencies(TaskRow task, List<RecordedEvent> story) {
        List<TaskRow> dependencies = dependenciesOf(task);
        if (task.status == TaskStatus.NOT_STARTED) {
            int open = (int) dependencies.stream()
                    .filter(other -> !other.status.isTerminal())
                    .count();
            int unsuccessful = (int) dependencies.stream()
                    .filter(other -> other.status.isTerminal() && other.status != TaskStatus.COMPLETED)
                    .count();
            require("Q8a", open > 0, task, null);
            require("Q14", task.openDependencies == open && task.unsuccessful == unsuccessful, task, null);
        }
        story.stream()
                .filter(recorded -> recorded.event().kind() == EventKind.TASK_CLAIMED)
                .findFirst()
                .ifPresent(claim -> dependencies.forEach(
                        other -> require("Q2", endedBefore(other, claim.sequence()), task, other.ref)));
    }

    private boolean endedBefore(TaskRow task, long sequence) {
        List<RecordedEvent> story = stories.getOrDefault(task.ref.ordinal(), List.of());
        return task.status.isTerminal()
                && !story.isEmpty()
                && story.get(story.size() - 1).sequence() < sequence;
    }

    private List<TaskRow> dependenciesOf(TaskRow task) {
        return execution.definition.tasks().get(task.ref.ordinal()).dependencies().stream()
                .map(tasks::get)
                .toList();
    }

    private void require(String invariant, boolean kept, TaskRow task, @Nullable Object detail) {
        if (!kept) {
            violations.add(invariant + " is violated by " + task.ref + ", " + task.status + ", " + detail);
        }
    }
}
