package io.cloacina.simulation.world;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A thread that leads the world while it has the turn, and holds the stack of what is suspended while it has not. */
final class Carrier extends Thread {

    private final Carriers pool;
    private final Semaphore turn = new Semaphore(0);

    @Nullable
    Suspension suspended;

    Carrier(Carriers pool, int number) {
        super(null, null, "simulation-" + number, 0, false);
        this.pool = pool;
        setDaemon(true);
    }

    Optional<World> world() {
        return pool.world();
    }

    void giveTurn() {
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    @Override
    public void run() {
        awaitTurn();
        while (pool.world().isPresent()) {
            pool.world().get().lead(this);
            awaitTurn();
        }
    }

    /** Also wakes what waits on this thread in virtual time. */
    @Override
    public void interrupt() {
        super.interrupt();
        Suspension waiting = suspended;
        if (waiting != null) {
            waiting.host.world().resume(waiting);
        }
    }
}
