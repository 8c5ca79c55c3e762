package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.plan.Chore;
import io.cloacina.simulation.plan.StepStoreClock;
import io.cloacina.simulation.store.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** I9: there are no more tries than the policy allows, and none comes before its delay, jitter taken off, is over. */
final class RetriesWait implements Invariant {

    private final Court court;
    private final boolean clockIsSteady;
    private final Map<TaskRef, Instant> notBefore = new HashMap<>();

    RetriesWait(Court court) {
        this.court = court;
        this.clockIsSteady = court.plan().steps().stream().noneMatch(step -> step.act() instanceof StepStoreClock);
    }

    @Override
    public void committed(Commit commit) {
        for (ExecutionEvent event : commit.events()) {
            if (event.kind() == EventKind.TASK_RETRY_SCHEDULED) {
                scheduled(event, commit.at());
            } else if (event.kind() == EventKind.TASK_CLAIMED) {
                claimed(event, commit.at());
            }
        }
    }

    private static TaskRef task(ExecutionEvent event) {
        return new TaskRef(event.execution(), Objects.requireNonNull(event.task()));
    }

    private void scheduled(ExecutionEvent event, Instant at) {
        Chore chore = chore(event);
        require(event.attempt() < chore.maxAttempts(), "I9 tries stay within the policy", event);
        Duration delay = chore.retryDelay().multipliedBy(1L << event.attempt() - 1);
        notBefore.put(task(event), at.plus(delay.multipliedBy(74).dividedBy(100)));
    }

    private Chore chore(ExecutionEvent event) {
        TaskRef ref = task(event);
        return Oracle.chore(
                court.blueprint(
                        court.stored().find(ref.execution()).orElseThrow().definition()),
                court.stored().tasks(ref.execution()).get(ref.ordinal()).name());
    }

    private void claimed(ExecutionEvent event, Instant at) {
        Instant earliest = notBefore.remove(task(event));
        require(earliest == null || !clockIsSteady || !at.isBefore(earliest), "I9 a try waits for its delay", event);
    }

    private void require(boolean kept, String invariant, ExecutionEvent event) {
        Invariant.require(
                court,
                invariant,
                kept,
                () -> event.kind() + " of " + court.name(event.execution()) + "/" + event.task() + " attempt "
                        + event.attempt());
    }
}
