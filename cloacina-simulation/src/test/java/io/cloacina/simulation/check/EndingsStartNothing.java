package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.store.Commit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** I7, I15: once an execution is ending no task of it starts, and those that run are cancelled; once it has ended nothing of it happens. */
final class EndingsStartNothing implements Invariant {

    private static final Set<EventKind> ENDINGS =
            EnumSet.of(EventKind.EXECUTION_CANCEL_REQUESTED, EventKind.EXECUTION_TIMED_OUT);
    private static final Set<EventKind> ENDS =
            EnumSet.of(EventKind.EXECUTION_COMPLETED, EventKind.EXECUTION_FAILED, EventKind.EXECUTION_CANCELLED);

    /** What a task of an ending execution may still come to: it is cancelled, if need be after its lease was taken back. */
    private static final Set<EventKind> OF_ENDING_TASKS =
            EnumSet.of(EventKind.TASK_CANCELLED, EventKind.TASK_LEASE_EXPIRED);

    private final Court court;
    private final Set<ExecutionId> ending = new HashSet<>();
    private final Set<ExecutionId> ended = new HashSet<>();

    EndingsStartNothing(Court court) {
        this.court = court;
    }

    @Override
    public void committed(Commit commit) {
        commit.events().forEach(this::see);
    }

    private void see(ExecutionEvent event) {
        EventKind kind = event.kind();
        boolean goesOn = kind.isOfTask() && !OF_ENDING_TASKS.contains(kind);
        require(!(goesOn && ending.contains(event.execution())), "I15 an ending execution starts nothing", event);
        require(!ended.contains(event.execution()), "I7 nothing happens after the end", event);
        if (ENDINGS.contains(kind)) {
            ending.add(event.execution());
        }
        if (ENDS.contains(kind)) {
            ended.add(event.execution());
        }
    }

    private void require(boolean kept, String invariant, ExecutionEvent event) {
        Invariant.require(
                court,
                invariant,
                kept,
                () -> event.kind() + " of " + court.name(event.execution()) + "/" + event.task());
    }
}
