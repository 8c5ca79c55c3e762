package io.cloacina.runner.internal.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the store refused for now: doubling from 5 ms to 5 s, with jitter. Not thread-safe. */
final class Pauses {

    private static final long SHORTEST_MILLIS = 5;
    private static final int DOUBLINGS = 10;

    private final RandomGenerator random;
    private int failures;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        failures = 0;
    }

    Duration next() {
        long millis = SHORTEST_MILLIS << Math.min(failures++, DOUBLINGS);
        return Duration.ofMillis(millis / 2 + random.nextLong(millis));
    }
}
