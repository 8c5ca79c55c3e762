package io.cloacina.simulation.check;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.plan.Await;
import io.cloacina.simulation.plan.Cancel;
import io.cloacina.simulation.plan.Redeploy;
import io.cloacina.simulation.plan.Step;
import io.cloacina.simulation.plan.StepClock;
import io.cloacina.simulation.plan.Submit;
import io.cloacina.simulation.store.Commit;
import java.util.Set;

/**
 * No unexplained re-run: where nothing goes wrong no lease is lost. That a runner is closed and opened again is nothing
 * wrong, nor is a runner's clock that jumps: the store's clock and the runner's monotonic one decide about leases.
 */
final class CalmNeedsNoRecovery implements Invariant {

    private static final Set<Class<?>> HARMLESS =
            Set.of(Submit.class, Cancel.class, Await.class, Redeploy.class, StepClock.class);

    private final Court court;
    private final boolean calm;

    CalmNeedsNoRecovery(Court court) {
        this.court = court;
        this.calm = court.plan().trouble().isEmpty()
                && court.plan().steps().stream()
                        .map(Step::act)
                        .map(Object::getClass)
                        .allMatch(HARMLESS::contains);
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
