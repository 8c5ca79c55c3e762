package io.cloacina.runner.internal.system;

import io.cloacina.ports.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. Each id of one source is larger, as
 * bytes, than the one before, by the RFC's method 2 (monotonic random): within one millisecond the 74 bits grow by a random
 * step. When the clock steps back, the newest millisecond seen goes on; when the 74 bits overflow, the next one is taken.
 *
 * <p>A counter in a fixed field (method 1) was rejected: it makes ids of one burst guessable and gives two processes fewer
 * random bits against collisions. Thread-safe; never blocks for longer than a random step takes.
 */
public final class UuidV7Source implements IdSource {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LOW_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final int HIGH_MASK = 0xFFF;
    private static final long MILLIS_MASK = 0xFFFF_FFFF_FFFFL;

    /** Steps of up to 2^32: a millisecond has room for 2^42 ids, and the next id is as hard to guess as 32 bits. */
    private static final int STEP_BITS = 32;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private long millis = -1;
    private int high;
    private long low;

    public UuidV7Source(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    /** With a given source of randomness: for simulations that must repeat. */
    public UuidV7Source(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        lock.lock();
        try {
            advance(Math.max(0, clock.millis()));
            return new UUID((millis & MILLIS_MASK) << 16 | VERSION | high, VARIANT | low);
        } finally {
            lock.unlock();
        }
    }

    private void advance(long now) {
        if (now > millis) {
            startMillisecond(now);
            return;
        }
        low += 1 + (random.nextLong() >>> (Long.SIZE - STEP_BITS));
        if (low > LOW_MASK) {
            low &= LOW_MASK;
            high++;
        }
        if (high > HIGH_MASK) {
            startMillisecond(millis + 1);
        }
    }

    private void startMillisecond(long start) {
        millis = start;
        high = random.nextInt() & HIGH_MASK;
        low = random.nextLong() & LOW_MASK;
    }
}
