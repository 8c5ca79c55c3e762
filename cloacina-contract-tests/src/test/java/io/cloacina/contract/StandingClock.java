package io.cloacina.contract;

import io.cloacina.ports.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when it is told to. */
final class StandingClock implements TimeSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00.123457Z"));

    void advance(Duration step) {
        now.updateAndGet(time -> time.plus(step));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long nanoTime() {
        Instant time = now.get();
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
