package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.TaskRecord;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.store.Commit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * I1, I2, I4, I9, I12: the life of each task as its events tell it, by a table of its own; every write carries the epoch
 * that was granted last; nothing is claimed before what it waits for has ended; and the rows say the same.
 */
final class TaskLives implements Invariant {

    private final Court court;
    private final Map<TaskRef, Life> lives = new HashMap<>();

    /** Where a task stands. */
    private static final class Life {
        TaskStatus status = TaskStatus.NOT_STARTED;
        int epoch;
        int attempt = 1;
        String worker = "";
    }

    TaskLives(Court court) {
        this.court = court;
    }

    @Override
    public void committed(Commit commit) {
        TreeSet<ExecutionId> touched = new TreeSet<>();
        for (ExecutionEvent event : commit.events()) {
            touched.add(event.execution());
            if (event.kind() == EventKind.EXECUTION_SUBMITTED) {
                begin(event.execution());
            } else if (event.kind().isOfTask()) {
                step(event, new TaskRef(event.execution(), Objects.requireNonNull(event.task())));
            }
        }
        touched.forEach(this::compare);
    }

    private void begin(ExecutionId execution) {
        for (TaskRecord task : court.stored().tasks(execution)) {
            Life life = new Life();
            life.status = dependencies(execution, task).isEmpty() ? TaskStatus.READY : TaskStatus.NOT_STARTED;
            lives.put(task.ref(), life);
        }
    }

    private List<String> dependencies(ExecutionId execution, TaskRecord task) {
        Blueprint blueprint =
                court.blueprint(court.stored().find(execution).orElseThrow().definition());
        return Oracle.chore(blueprint, task.name()).dependencies();
    }

    private void step(ExecutionEvent event, TaskRef ref) {
        Life life = lives.computeIfAbsent(ref, unknown -> new Life());
        require(life.status == before(event.kind(), life.status), "I12 steps follow the state machine", event, life);
        switch (event.kind()) {
            case TASK_CLAIMED -> claimed(event, life, ref);
            case TASK_COMPLETED, TASK_FAILED, TASK_RETRY_SCHEDULED, TASK_RELEASED -> {
                require(life.epoch == event.epoch(), "I4 ends carry the epoch granted last", event, life);
                require(life.worker.equals(runner(event)), "I4 ends are written by who holds the claim", event, life);
            }
            case TASK_LEASE_EXPIRED, TASK_ABANDONED ->
                require(life.epoch == event.epoch(), "I4 recoveries carry the epoch granted last", event, life);
            default -> {
                /* no claim is concerned */
            }
        }
        life.attempt += event.kind() == EventKind.TASK_RETRY_SCHEDULED ? 1 : 0;
        life.status = after(event.kind());
    }

    private void claimed(ExecutionEvent event, Life life, TaskRef ref) {
        require(event.epoch() == life.epoch + 1, "I9 epochs rise by one", event, life);
        require(event.attempt() == life.attempt, "I9 attempts rise by retries only", event, life);
        life.epoch = event.epoch();
        life.worker = runner(event);
        List<TaskRecord> tasks = court.stored().tasks(ref.execution());
        List<String> awaited = dependencies(ref.execution(), tasks.get(ref.ordinal()));
        for (TaskRecord task : tasks) {
            boolean ended = Objects.requireNonNull(lives.get(task.ref())).status.isTerminal();
            require(
                    ended || !awaited.contains(task.name()),
                    "I2 nothing is claimed before its dependencies ended",
                    event,
                    life);
        }
    }

    /** Without the number of the loop. */
    private static String runner(ExecutionEvent event) {
        return event.worker().substring(0, event.worker().lastIndexOf('.'));
    }

    /** What a task must be for such an event; where several will do, the present one if it is among them. */
    private static TaskStatus before(EventKind kind, TaskStatus present) {
        return switch (kind) {
            case TASK_READY, TASK_SKIPPED -> TaskStatus.NOT_STARTED;
            case TASK_CLAIMED -> TaskStatus.READY;
            case TASK_CANCELLED -> present.isTerminal() ? TaskStatus.READY : present;
            default -> TaskStatus.RUNNING;
        };
    }

    private static TaskStatus after(EventKind kind) {
        return switch (kind) {
            case TASK_CLAIMED -> TaskStatus.RUNNING;
            case TASK_COMPLETED -> TaskStatus.COMPLETED;
            case TASK_FAILED, TASK_ABANDONED -> TaskStatus.FAILED;
            case TASK_SKIPPED -> TaskStatus.SKIPPED;
            case TASK_CANCELLED -> TaskStatus.CANCELLED;
            default -> TaskStatus.READY;
        };
    }

    private void compare(ExecutionId execution) {
        for (TaskRecord task : court.stored().tasks(execution)) {
            Life life = lives.get(task.ref());
            boolean same = life != null && life.status == task.status() && life.epoch == task.epoch();
            Invariant.require(
                    court,
                    "I12 rows say what the history says",
                    same,
                    () -> court.name(execution) + "/" + task.name() + " is " + task.status() + " at epoch "
                            + task.epoch() + ", and " + (life == null ? "unknown" : life.status + " at " + life.epoch)
                            + " by its events");
        }
    }

    private void require(boolean kept, String invariant, ExecutionEvent event, Life life) {
        Invariant.require(
                court,
                invariant,
                kept,
                () -> event.kind() + " of " + court.name(event.execution()) + "/" + event.task() + " epoch "
                        + event.epoch() + " attempt " + event.attempt() + " by " + event.worker() + ", but it is "
                        + life.status + " at epoch " + life.epoch + " attempt " + life.attempt + " by " + life.worker);
    }
}
