package io.cloacina.faults.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The wall clock of this machine, which all processes of a campaign and its databases share. */
public final class Micros {

    private Micros() {}

    /** Microseconds since 1970. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
