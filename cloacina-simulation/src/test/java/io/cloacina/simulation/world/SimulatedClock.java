package io.cloacina.simulation.world;

import io.cloacina.ports.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that may go wrong by a step; the monotonic one only begins anywhere. */
public final class SimulatedClock implements TimeSource {

    /** What a right clock shows when the world begins. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final World world;
    private final long origin;
    private Duration wrong = Duration.ZERO;

    public SimulatedClock(World world, long origin) {
        this.world = world;
        this.origin = origin;
    }

    public void step(Duration by) {
        wrong = wrong.plus(by);
    }

    @Override
    public Instant instant() {
        return BEGINNING.plusNanos(world.now()).plus(wrong);
    }

    @Override
    public long nanoTime() {
        return world.now() + origin;
    }
}
