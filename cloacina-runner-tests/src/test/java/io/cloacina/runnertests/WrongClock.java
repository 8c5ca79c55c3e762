package io.cloacina.runnertests;

import io.cloacina.ports.TimeSource;
import io.cloacina.runner.RunnerBuilder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;

/** A wall clock that somebody sets while it runs. What measures durations goes on as it should. */
final class WrongClock implements TimeSource {

    private volatile Duration wrongBy;

    WrongClock(Duration wrongBy) {
        this.wrongBy = wrongBy;
    }

    /** A runner with this clock. Only tests have clocks of their own, so the builder's door to it is none that users could find. */
    RunnerBuilder givenTo(RunnerBuilder builder) {
        try {
            Method time = RunnerBuilder.class.getDeclaredMethod("time", TimeSource.class);
            time.setAccessible(true);
            return (RunnerBuilder) time.invoke(builder, this);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException("RunnerBuilder.time is no longer what it was", moved);
        }
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
