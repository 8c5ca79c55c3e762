package io.cloacina.simulation.store;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one transaction did that was committed, as it was asked for through the port. */
public final class Commit {

    /** One lease that was given or extended. */
    public record Leased(ClaimRef claim, Duration lease) {}

    final List<ExecutionEvent> events = new ArrayList<>();
    final List<Leased> leased = new ArrayList<>();
    private final String runner;
    private final Instant at;

    Commit(String runner, Instant at) {
        this.runner = runner;
        this.at = at;
    }

    void leased(List<Claim> claims, Duration lease) {
        claims.forEach(claim -> leased.add(new Leased(claim.ref(), lease)));
    }

    public String runner() {
        return runner;
    }

    /** By the store's clock. */
    public Instant at() {
        return at;
    }

    public List<ExecutionEvent> events() {
        return events;
    }

    public List<Leased> leased() {
        return leased;
    }
}
