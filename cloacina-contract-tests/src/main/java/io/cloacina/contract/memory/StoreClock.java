package io.cloacina.contract.memory;

import io.cloacina.ports.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The store's clock: the runner's, in microseconds as the databases keep them. */
record StoreClock(TimeSource time) {

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
