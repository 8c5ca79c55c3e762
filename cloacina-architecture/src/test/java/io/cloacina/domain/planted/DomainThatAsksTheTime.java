package io.cloacina.domain.planted;

import java.time.Instant;

/** Reads the clock instead of being told. */
public final class DomainThatAsksTheTime {
    final Instant now = Instant.now();
}
