package io.cloacina.contract.memory;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the history tells of each task of one execution, compared with the task's row. */
final class TaskStories {

    private static final Set<EventKind> WAITING = EnumSet.of(
            EventKind.TASK_READY,
            EventKind.TASK_RETRY_SCHEDULED,
            EventKind.TASK_RELEASED,
            EventKind.TASK_LEASE_EXPIRED);
    private static final Set<EventKind> AFTER_WAITING = EnumSet.of(EventKind.TASK_CLAIMED, EventKind.TASK_CANCELLED);
    private static final Set<EventKind> AFTER_CLAIM = EnumSet.of(
            EventKind.TASK_COMPLETED,
            EventKind.TASK_FAILED,
            EventKind.TASK_CANCELLED,
            EventKind.TASK_RETRY_SCHEDULED,
            EventKind.TASK_RELEASED,
            EventKind.TASK_LEASE_EXPIRED,
            EventKind.TASK_ABANDONED);

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
        EventKind last = null;
        int granted = 0;
        for (ExecutionEvent event : story) {
            require("Q12", follows(task, last, event.kind()), task, event);
            require("Q4", event.epoch() == 0 || event.epoch() >= granted, task, event);
            granted = event.kind() == EventKind.TASK_CLAIMED ? event.epoch() : granted;
            last = event.kind();
        }
        require("Q1b", Objects.equals(endOf(last), task.status.isTerminal() ? task.status : null), task, last);
    }

    private boolean follows(TaskRow task, @Nullable EventKind last, EventKind next) {
        if (last == null) {
            return next == EventKind.TASK_CLAIMED
                    ? dependenciesOf(task).isEmpty()
                    : EnumSet.of(EventKind.TASK_READY, EventKind.TASK_SKIPPED, EventKind.TASK_CANCELLED)
                            .contains(next);
        }
        return (last == EventKind.TASK_CLAIMED && AFTER_CLAIM.contains(next))
                || (WAITING.contains(last) && AFTER_WAITING.contains(next));
    }

    private static @Nullable TaskStatus endOf(@Nullable EventKind last) {
        if (last == EventKind.TASK_ABANDONED) {
            return TaskStatus.FAILED;
        }
        return last == null || WAITING.contains(last) || last == EventKind.TASK_CLAIMED
                ? null
                : TaskStatus.valueOf(last.name().substring("TASK_".length()));
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
