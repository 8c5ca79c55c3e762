package io.cloacina.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Numbers from a seed (SplitMix64), the same on every JDK: nothing is left to defaults that a JDK may change. */
public final class Chance implements RandomGenerator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Chance(long seed) {
        this.state = seed;
    }

    /** The numbers that belong to a name: whatever else is drawn elsewhere does not change them. */
    public static Chance of(long seed, String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Chance(mix(seed) ^ mix(hash));
    }

    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        long value = mix(state);
        state += GOLDEN;
        return value;
    }

    @Override
    public long nextLong(long bound) {
        return (nextLong() >>> 1) % bound;
    }

    @Override
    public int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    /** At least {@code least}, at most {@code most}. */
    public int between(int least, int most) {
        return least + nextInt(most - least + 1);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True so often in a thousand. */
    public boolean perMille(int rate) {
        return nextInt(1000) < rate;
    }

    public <T> T pick(List<T> from) {
        return from.get(nextInt(from.size()));
    }

    public Duration upTo(Duration most) {
        return Duration.ofNanos(nextLong(most.toNanos() + 1));
    }
}
