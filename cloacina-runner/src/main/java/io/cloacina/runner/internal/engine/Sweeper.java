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
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks back from runners that died, and ends executions whose time is over. It only finds them: the write loop
 * does it, guarded by the epoch that was read and by the lease being expired still.
 */
final class Sweeper {

    /** What one look brings; a full page is followed by another look at once. */
    static final int PAGE = 500;

    /** So many that cannot be read are too many to look behind. */
    private static final int LARGEST_PAGE = PAGE << 7;

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
                    engine.store().queries()::expiredClaims,
                    claim -> claim.ref().task().execution(),
                    takenBack,
                    this::takeBack);
            boolean moreOverdue = handIn(
                    engine.store().queries()::overdueExecutions, execution -> execution, timedOut, this::timeOut);
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
            IntFunction<List<K>> look,
            Function<K, ExecutionId> executionOf,
            HandedIn<K> handedIn,
            Consumer<K> request) {
        Page<K> page = behindThoseSetAside(look, executionOf);
        List<K> fresh = handedIn.newAmong(page.wanted(), engine.time().nanoTime());
        fresh.forEach(request);
        return page.full() && !fresh.isEmpty();
    }

    /** Those that were set aside stay first for as long as they are unreadable: the look goes on behind them. */
    private <K> Page<K> behindThoseSetAside(IntFunction<List<K>> look, Function<K, ExecutionId> executionOf) {
        int limit = PAGE;
        while (true) {
            List<K> found = look.apply(limit);
            List<K> wanted = found.stream()
                    .filter(each -> !engine.isSetAside(executionOf.apply(each)))
                    .limit(PAGE)
                    .toList();
            boolean full = found.size() == limit;
            if (!full || wanted.size() > PAGE / 2 || limit >= LARGEST_PAGE) {
                return new Page<>(wanted, full);
            }
            limit *= 2;
        }
    }

    private record Page<K>(List<K> wanted, boolean full) {}

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
