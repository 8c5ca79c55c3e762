package io.cloacina.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of one simulation after the other. One of them has the turn; the others wait. */
public final class Carriers implements AutoCloseable {

    /** In real time; a world takes a twentieth of a second. */
    private static final long MOST_MINUTES = 3;

    private final Deque<Carrier> idle = new ArrayDeque<>();
    private final Semaphore over = new Semaphore(0);
    private @Nullable World world;
    private int made;

    Optional<World> world() {
        return Optional.ofNullable(world);
    }

    /**
     * Runs a world to its end.
     *
     * @throws IllegalStateException if one of its threads keeps the turn and never hands it on
     */
    void run(World next) {
        world = next;
        pass(null);
        try {
            if (!over.tryAcquire(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the world of seed " + next.seed() + " hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the world of seed " + next.seed(), e);
        }
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
