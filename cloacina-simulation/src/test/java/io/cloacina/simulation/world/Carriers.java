package io.cloacina.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The threads of one simulation after the other. One of them has the turn; the others wait. */
public final class Carriers implements AutoCloseable {

    private final Deque<Carrier> idle = new ArrayDeque<>();
    private final Semaphore over = new Semaphore(0);
    private @Nullable World world;
    private int made;

    Optional<World> world() {
        return Optional.ofNullable(world);
    }

    /** Runs a world to its end. */
    void run(World next) {
        world = next;
        pass(null);
        over.acquireUninterruptibly();
    }

    /** Lets another thread lead. */
    void pass(@Nullable Carrier to) {
        Carrier next = to != null ? to : idle.isEmpty() ? made() : idle.pop();
        next.giveTurn();
    }

    private Carrier made() {
        Carrier carrier = new Carrier(this, made++);
        carrier.start();
        return carrier;
    }

    void rest(Carrier carrier) {
        idle.push(carrier);
    }

    void worldIsOver() {
        over.release();
    }

    @Override
    public void close() {
        world = null;
        idle.forEach(Carrier::giveTurn);
    }
}
