package io.cloacina.ports;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Who claims, what, and for how long.
 *
 * @param worker the id of the claiming runner
 * @param definitions the definitions whose tasks this runner can run; none means nothing is claimed
 * @param limit the most that are claimed
 * @param lease how long the claim holds without a heartbeat
 */
public record ClaimRequest(String worker, Collection<UUID> definitions, int limit, Duration lease) {

    public ClaimRequest {
        Objects.requireNonNull(worker, "worker");
        definitions = List.copyOf(definitions);
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("lease must be positive: " + lease);
        }
    }
}
