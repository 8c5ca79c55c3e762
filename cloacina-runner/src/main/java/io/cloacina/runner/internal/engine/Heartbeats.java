package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TimeSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of held tasks alive, on the store's heartbeat lane. What a heartbeat does not find is lost; a body
 * whose execution is ending is told to stop.
 *
 * <p>The deadline by which a claim is given up is counted from <em>before</em> the call that extended it, by the
 * monotonic clock: whatever the call took, the lease in the database lasts longer.
 */
final class Heartbeats {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final String worker;
    private final ExecutionStore store;
    private final HeldTasks held;
    private final TimeSource time;
    private final Duration lease;

    Heartbeats(String worker, ExecutionStore store, HeldTasks held, TimeSource time, Duration lease) {
        this.worker = worker;
        this.store = store;
        this.held = held;
        this.time = time;
        this.lease = lease;
    }

    /** When a claim that was made or extended by a call that began at {@code before} is no longer safe. */
    static long stopsItselfAt(long before, Duration lease) {
        return before + lease.toNanos() / 3 * 2;
    }

    /** One round: one transaction, or two when the first was cut off, each bounded by the store's time-outs. Throws nothing. */
    void beat() {
        beat(held.all().stream().map(HeldTask::ref).toList());
    }

    private void beat(List<ClaimRef> claims) {
        try {
            extendThoughCutOff(claims);
        } catch (StoreException.Unreadable e) {
            beatOthers(claims, e);
        } catch (StoreException e) {
            LOG.warn(
                    "{}: a heartbeat for {} tasks failed; they stop themselves when none goes through for two thirds of"
                            + " the lease of {}",
                    worker,
                    claims.size(),
                    lease,
                    e);
        }
    }

    /**
     * A connection that broke says nothing of the next one, and what is extended twice is extended. The first try may have taken
     * long: what was given up meanwhile is left to others.
     */
    private void extendThoughCutOff(List<ClaimRef> claims) {
        try {
            extend(claims);
        } catch (StoreException.ConnectionLost | StoreException.OutcomeUnknown cutOff) {
            LOG.debug("{}: a heartbeat was cut off, and is tried again at once", worker, cutOff);
            extend(claims.stream().filter(held::holds).toList());
        }
    }

    private void extend(List<ClaimRef> claims) {
        if (claims.isEmpty()) {
            return;
        }
        long before = time.nanoTime();
        List<HeldClaim> alive = store.transact(Lane.HEARTBEAT, tx -> tx.extend(claims, lease));
        keep(claims, alive, stopsItselfAt(before, lease));
    }

    /** The claims of an execution that cannot be read stop themselves; those of others are extended. */
    private void beatOthers(List<ClaimRef> claims, StoreException.Unreadable why) {
        List<ClaimRef> others = claims.stream()
                .filter(claim -> !claim.task().execution().equals(why.execution()))
                .toList();
        LOG.warn("{}: no heartbeat for {} tasks: {}", worker, claims.size() - others.size(), why.getMessage());
        if (others.size() < claims.size()) {
            beat(others);
        }
    }

    private void keep(List<ClaimRef> beaten, List<HeldClaim> alive, long stopsItselfAt) {
        Set<ClaimRef> lost = new HashSet<>(beaten);
        Set<ExecutionId> ending = new HashSet<>();
        for (HeldClaim claim : alive) {
            lost.remove(claim.ref());
            if (claim.extended()) {
                held.extend(claim.ref(), stopsItselfAt);
            }
            if (claim.ending() != null) {
                ending.add(claim.ref().task().execution());
            }
        }
        held.requestStop(ending);
        lost.forEach(claim -> held.lost(claim, "a heartbeat found it taken or ended"));
    }
}
