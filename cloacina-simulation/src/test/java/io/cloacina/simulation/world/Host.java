package io.cloacina.simulation.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A process: what happens in it stops when it is paused, and never happens when it was killed. */
public final class Host {

    private static final long SWITCH_NANOS = 40_000;
    private static final long SETTLED_NANOS = 100_000_000;

    final Set<Suspension> suspensions = new LinkedHashSet<>();
    long pausedUntil;
    boolean dead;
    private final World world;
    private final String name;
    private final Chance chance;

    Host(World world, String name, long seed) {
        this.world = world;
        this.name = name;
        this.chance = Chance.of(seed, "host " + name);
    }

    public String name() {
        return name;
    }

    public World world() {
        return world;
    }

    public Chance chance() {
        return chance;
    }

    public boolean isDead() {
        return dead;
    }

    /** Whether nothing of it waits in the middle of something. */
    public boolean isIdle() {
        return suspensions.isEmpty();
    }

    /** Whether it stands still, or did just now. */
    public boolean isPaused() {
        return pausedUntil + SETTLED_NANOS > world.now();
    }

    /** What waits, by the methods in which it does. */
    public String waiting() {
        return suspensions.stream()
                .map(suspension ->
                        Arrays.toString(suspension.carrier.getStackTrace()).replaceAll("java.base[^,]*, ", ""))
                .collect(Collectors.joining("\n"));
    }

    public void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }

    /** Does something here later: never at once, as a thread needs a moment to begin. */
    public void post(Duration delay, Runnable action) {
        if (!dead) {
            world.add(new Event(world.now() + delay.toNanos() + moment(), chance.nextLong(), this, action, null));
        }
    }

    long moment() {
        return 1 + chance.nextLong(SWITCH_NANOS);
    }

    /** From now on nothing happens here, for so long; then all of it. */
    public void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, world.now() + length.toNanos());
    }

    /** Nothing happens here any more; what was under way is unwound, one after the other. */
    public void kill() {
        dead = true;
        Set.copyOf(suspensions).stream()
                .sorted((a, b) -> Long.compare(a.number, b.number))
                .forEach(world::unwind);
    }
}
