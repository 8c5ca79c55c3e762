package io.cloacina.runnertests;

import io.cloacina.ports.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A wall clock that somebody sets while it runs. What measures durations goes on as it should. */
final class WrongClock implements TimeSource {

    private volatile Duration wrongBy;

    WrongClock(Duration wrongBy) {
        this.wrongBy = wrongBy;
    }

    void set(Duration newlyWrongBy) {
        wrongBy = newlyWrongBy;
    }

    @Override
    public Instant instant() {
        return Stores.CLOCK.instant().plus(wrongBy);
    }

    @Override
    public long nanoTime() {
        return Stores.CLOCK.nanoTime();
    }
}
