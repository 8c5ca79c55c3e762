package io.cloacina.simulation.store;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.CountDown;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.OpenedTask;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what a transaction asks for, and refuses what is poisoned. */
final class WatchedTransaction implements StoreTransaction {

    private final StoreTransaction inner;
    private final Commit commit;

    WatchedTransaction(StoreTransaction inner, Commit commit) {
        this.inner = inner;
        this.commit = commit;
    }

    private static void refusePoison(StoredContext context) {
        if (context.written().contains(RemoteStore.POISON)) {
            throw new StoreException.Refused("simulated: this value cannot be stored", null);
        }
    }

    @Override
    public List<LockedExecution> lock(Collection<ExecutionId> executions) {
        return inner.lock(executions);
    }

    @Override
    public List<Admission> admit(List<NewExecution> executions) {
        executions.forEach(newcomer -> refusePoison(newcomer.context()));
        return inner.admit(executions);
    }

    @Override
    public List<ClaimEnd> end(List<ClaimEnd> ends) {
        return inner.end(ends);
    }

    @Override
    public void keep(List<StoredContext> contexts) {
        contexts.forEach(WatchedTransaction::refusePoison);
        inner.keep(contexts);
    }

    @Override
    public List<OpenedTask> countDown(List<CountDown> countDowns) {
        return inner.countDown(countDowns);
    }

    @Override
    public List<TaskState> states(Collection<TaskRef> tasks) {
        return inner.states(tasks);
    }

    @Override
    public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
        inner.settle(tasks, executions);
    }

    @Override
    public List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason) {
        return inner.cancelUnstarted(executions, reason);
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        List<Claim> claims = inner.claim(request);
        commit.leased(claims, request.lease());
        return claims;
    }

    @Override
    public List<Claim> claimsOf(String worker) {
        return inner.claimsOf(worker);
    }

    @Override
    public List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease) {
        List<HeldClaim> held = inner.extend(claims, lease);
        held.stream()
                .filter(HeldClaim::extended)
                .forEach(each -> commit.leased.add(new Commit.Leased(each.ref(), lease)));
        return held;
    }

    @Override
    public int promoteDue(int limit) {
        return inner.promoteDue(limit);
    }

    @Override
    public void park(Collection<ExecutionId> executions, @Nullable String reason) {
        inner.park(executions, reason);
    }

    @Override
    public void record(List<ExecutionEvent> events) {
        inner.record(events);
        commit.events.addAll(events);
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return inner.contextKeys(contexts);
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return inner.contextValues(contexts);
    }
}
