package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.simulation.world.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who waits for an execution hears of its end, whichever runner ended it, unless the process he waits in is gone. */
public final class WaitersHear {

    private final Court court;
    private final List<Waiter> waiters = new ArrayList<>();

    private record Waiter(ExecutionId execution, CompletableFuture<Void> terminal, Host process) {}

    public WaitersHear(Court court) {
        this.court = court;
    }

    public void waits(ExecutionId execution, CompletableFuture<Void> terminal, Host process) {
        waiters.add(new Waiter(execution, terminal, process));
    }

    /** Called when every execution has been terminal for a while. */
    public void check() {
        for (Waiter waiter : waiters) {
            boolean gone = waiter.process().isDead()
                    || court.stored().find(waiter.execution()).isEmpty();
            Invariant.require(
                    court,
                    "who waits hears of the end",
                    gone || waiter.terminal().isDone(),
                    () -> court.name(waiter.execution()) + " in "
                            + waiter.process().name());
        }
    }
}
