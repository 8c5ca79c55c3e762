package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.plan.Await;
import io.cloacina.simulation.plan.Cancel;
import io.cloacina.simulation.plan.Step;
import io.cloacina.simulation.plan.Submit;
import io.cloacina.simulation.store.Commit;

/** No unexplained re-run: where nothing goes wrong no lease is lost. */
final class CalmNeedsNoRecovery implements Invariant {

    private final Court court;
    private final boolean calm;

    CalmNeedsNoRecovery(Court court) {
        this.court = court;
        this.calm = court.plan().trouble().isEmpty()
                && court.plan().steps().stream()
                        .map(Step::act)
                        .allMatch(act -> act instanceof Submit || act instanceof Cancel || act instanceof Await);
    }

    @Override
    public void committed(Commit commit) {
        if (calm) {
            commit.events().forEach(this::see);
        }
    }

    private void see(ExecutionEvent event) {
        boolean lost = event.kind() == EventKind.TASK_LEASE_EXPIRED || event.kind() == EventKind.TASK_ABANDONED;
        Invariant.require(
                court,
                "no re-run without a fault",
                !lost,
                () -> event.kind() + " of " + court.name(event.execution()) + "/" + event.task());
    }
}
