package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.store.Commit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** I10: nobody takes a task from its holder before the lease is over by the store's clock. */
final class LeasesLast implements Invariant {

    private final Court court;
    private final Map<ClaimRef, Instant> leases = new HashMap<>();

    LeasesLast(Court court) {
        this.court = court;
    }

    @Override
    public void committed(Commit commit) {
        for (ExecutionEvent event : commit.events()) {
            if (event.kind() == EventKind.TASK_LEASE_EXPIRED || event.kind() == EventKind.TASK_ABANDONED) {
                expired(event, commit.at());
            }
        }
        commit.leased().forEach(leased -> leases.put(leased.claim(), commit.at().plus(leased.lease())));
    }

    private void expired(ExecutionEvent event, Instant at) {
        TaskRef task = new TaskRef(event.execution(), Objects.requireNonNull(event.task()));
        Instant until = leases.get(new ClaimRef(task, event.epoch()));
        Invariant.require(
                court,
                "I10 a lease is over before it is taken",
                until != null && !at.isBefore(until.minusNanos(1_000)),
                () -> court.name(event.execution()) + "/" + event.task() + " epoch " + event.epoch() + " was taken at "
                        + at + ", leased until " + until);
    }
}
