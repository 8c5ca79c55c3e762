package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExpiredClaim;
import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks back from runners that died, and ends executions whose time is over. It only finds them: the write loop
 * does it, guarded by the epoch that was read and by the lease being expired still.
 */
final class Sweeper {

    /** What one look brings; a full page is followed by another look at once. */
    static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final EngineContext engine;
    private final Consumer<Request> submit;
    private final HandedIn<ExpiredClaim> takenBack;
    private final HandedIn<ExecutionId> timedOut;

    Sweeper(EngineContext engine, Consumer<Request> submit) {
        this.engine = engine;
        this.submit = submit;
        Duration lease = engine.settings().leases().lease();
        this.takenBack = new HandedIn<>(lease);
        this.timedOut = new HandedIn<>(lease);
    }

    /**
     * One look. Blocks for two reads; throws nothing.
     *
     * @return whether there may be more than this look brought
     */
    boolean sweep() {
        try {
            boolean moreExpired = handIn(
                    engine.store().queries().expiredClaims(PAGE),
                    claim -> claim.ref().task().execution(),
                    takenBack,
                    this::takeBack);
            boolean moreOverdue = handIn(
                    engine.store().queries().overdueExecutions(PAGE), execution -> execution, timedOut, this::timeOut);
            return moreExpired || moreOverdue;
        } catch (StoreException e) {
            if (!engine.stopIfUnusable(e)) {
                LOG.warn("{}: could not look for expired leases; looking again at the next sweep", engine.worker(), e);
            }
            return false;
        }
    }

    /** Returns whether there may be more: not if this page was handed in before, and is not written yet. */
    private <K> boolean handIn(
            List<K> page, Function<K, ExecutionId> executionOf, HandedIn<K> handedIn, Consumer<K> request) {
        List<K> wanted = page.stream()
                .filter(found -> !engine.isSetAside(executionOf.apply(found)))
                .toList();
        List<K> fresh = handedIn.newAmong(wanted, engine.time().nanoTime());
        fresh.forEach(request);
        return page.size() == PAGE && !fresh.isEmpty();
    }

    private void takeBack(ExpiredClaim claim) {
        int cap = engine.settings().leases().maxRecoveryAttempts();
        boolean recover = claim.recoveryAttempts() < cap
                || engine.definitions().load(claim.definition()).isEmpty();
        LOG.info(
                "{}: the lease on task {} of execution {} expired; {}",
                engine.worker(),
                claim.ref().task().ordinal(),
                claim.ref().task().execution(),
                recover ? "it will run again" : "it fails as abandoned, having lost " + cap + " leases before");
        submit.accept(recover ? recovery(claim) : abandonment(claim, cap));
    }

    private TaskEnd recovery(ExpiredClaim claim) {
        return end(
                claim, ClaimEnd.Kind.LEASE_EXPIRED, "its lease expired: the runner that held it died or was cut off");
    }

    private TaskEnd abandonment(ExpiredClaim claim, int cap) {
        return end(
                claim,
                ClaimEnd.Kind.ABANDONED,
                "abandoned: its lease expired " + (cap + 1)
                        + " times. The task may be what kills or cuts off its runners");
    }

    private TaskEnd end(ExpiredClaim claim, ClaimEnd.Kind kind, String reason) {
        return new TaskEnd(
                claim.ref(),
                claim.definition(),
                claim.attempt(),
                kind,
                Duration.ZERO,
                reason,
                null,
                engine.time().nanoTime());
    }

    private void timeOut(ExecutionId execution) {
        submit.accept(new Cancellation(
                execution,
                Ending.TIMED_OUT,
                "the execution's time-out passed",
                new CompletableFuture<>(),
                engine.time().nanoTime()));
    }
}
