package io.cloacina.runner.internal.system;

import io.cloacina.ports.TimeSource;
import java.time.Instant;

/** The clocks of this machine: the one place that asks for them. */
public final class SystemTimeSource implements TimeSource {

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
