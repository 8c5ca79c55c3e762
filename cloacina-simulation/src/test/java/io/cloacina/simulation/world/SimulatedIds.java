package io.cloacina.simulation.world;

import io.cloacina.ports.IdSource;
import java.util.UUID;

/** Ids of version 7 from a seed. */
public final class SimulatedIds implements IdSource {

    private static final long EPOCH_MILLIS = 1_767_225_600_000L;

    private final World world;
    private final Chance chance;

    public SimulatedIds(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    @Override
    public UUID next() {
        long millis = EPOCH_MILLIS + world.now() / 1_000_000;
        return new UUID(millis << 16 | 0x7000 | chance.nextInt(4096), chance.nextLong() >>> 2 | 0x8000000000000000L);
    }
}
