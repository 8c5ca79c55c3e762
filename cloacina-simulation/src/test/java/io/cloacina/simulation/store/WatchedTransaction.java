package io.cloacina.simulation.store;

import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.HeldClaim;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Notes what a transaction asks for, and refuses what is poisoned. */
final class WatchedTransaction extends ForwardingTransaction {

    private final Commit commit;

    WatchedTransaction(StoreTransaction inner, Commit commit) {
        super(inner);
        this.commit = commit;
    }

    @Override
    public List<Admission> admit(List<NewExecution> executions) {
        executions.forEach(newcomer -> refusePoison(newcomer.context()));
        return good.admit(executions);
    }

    @Override
    public void keep(List<StoredContext> contexts) {
        contexts.forEach(WatchedTransaction::refusePoison);
        good.keep(contexts);
    }

    private static void refusePoison(StoredContext context) {
        if (context.written().contains(RemoteStore.POISON)) {
            throw new StoreException.Refused("simulated: this value cannot be stored", null);
        }
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        List<Claim> claims = good.claim(request);
        commit.leased(claims, request.lease());
        return claims;
    }

    @Override
    public List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease) {
        List<HeldClaim> held = good.extend(claims, lease);
        held.stream()
                .filter(HeldClaim::extended)
                .forEach(each -> commit.leased.add(new Commit.Leased(each.ref(), lease)));
        return held;
    }

    @Override
    public void record(List<ExecutionEvent> events) {
        good.record(events);
        commit.events.addAll(events);
    }
}
