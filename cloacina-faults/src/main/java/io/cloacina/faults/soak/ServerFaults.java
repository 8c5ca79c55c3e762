package io.cloacina.faults.soak;

import io.cloacina.faults.fault.BadRoad;
import io.cloacina.faults.fault.BrokenRoad;
import io.cloacina.faults.fault.DatabaseFault;
import io.cloacina.faults.fault.Restart;
import io.cloacina.faults.fault.TerminateBackend;
import io.cloacina.testsupport.FaultyRoad.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server that goes down and comes back, connections that it ends, and roads that break around commits: in turn. */
final class ServerFaults implements Figure {

    private static final List<Supplier<DatabaseFault>> IN_TURN = List.of(
            Restart::new,
            TerminateBackend::new,
            () -> new BrokenRoad(Fault.CUTS_BEFORE_COMMIT),
            TerminateBackend::new,
            () -> new BrokenRoad(Fault.CUTS_THE_ANSWER_TO_COMMIT),
            TerminateBackend::new,
            () -> new BrokenRoad(Fault.RESETS),
            TerminateBackend::new,
            () -> new BadRoad(Fault.DELAYS),
            TerminateBackend::new);

    @Override
    public int share() {
        return 5;
    }

    @Override
    public boolean isFor(Backend backend) {
        return backend == Backend.POSTGRES;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        AtomicInteger turn = new AtomicInteger();
        new Strikes(name(), scene, time)
                .databases(() -> IN_TURN.get(turn.getAndIncrement() % IN_TURN.size())
                        .get());
    }
}
