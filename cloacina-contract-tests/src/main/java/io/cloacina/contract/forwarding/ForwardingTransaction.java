package io.cloacina.contract.forwarding;

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
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import io.cloacina.ports.TaskState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction that does what another one does; a test changes one moment by overriding it. */
public class ForwardingTransaction implements StoreTransaction {

    /** The one behind. */
    protected final StoreTransaction good;

    protected ForwardingTransaction(StoreTransaction good) {
        this.good = good;
    }

    @Override
    public List<LockedExecution> lock(Collection<ExecutionId> executions) {
        return good.lock(executions);
    }

    @Override
    public List<Admission> admit(List<NewExecution> executions) {
        return good.admit(executions);
    }

    @Override
    public List<ClaimEnd> end(List<ClaimEnd> ends) {
        return good.end(ends);
    }

    @Override
    public void keep(List<StoredContext> contexts) {
        good.keep(contexts);
    }

    @Override
    public List<OpenedTask> countDown(List<CountDown> countDowns) {
        return good.countDown(countDowns);
    }

    @Override
    public List<TaskState> states(Collection<TaskRef> tasks) {
        return good.states(tasks);
    }

    @Override
    public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
        good.settle(tasks, executions);
    }

    @Override
    public List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason) {
        return good.cancelUnstarted(executions, reason);
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return good.claim(request);
    }

    @Override
    public List<Claim> claimsOf(String worker) {
        return good.claimsOf(worker);
    }

    @Override
    public List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease) {
        return good.extend(claims, lease);
    }

    @Override
    public int promoteDue(int limit) {
        return good.promoteDue(limit);
    }

    @Override
    public List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason) {
        return good.park(executions, reason);
    }

    @Override
    public void record(List<ExecutionEvent> events) {
        good.record(events);
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return good.contextKeys(contexts);
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return good.contextValues(contexts);
    }
}
