package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.StoredContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction did, complete before its commit; it counts only once the commit is known to be durable.
 *
 * @param admissions one per submission of the group, in the group's order
 * @param applied the claims whose end was applied; the others were lost before
 * @param contexts what the ends that were applied have stored
 * @param verdicts one per cancellation of the group, in the group's order
 * @param endings executions of the group that are ending, and why their bodies should stop
 * @param definitions the definition of each execution that has events
 * @param settled the new status of each execution that was settled
 * @param claims what was claimed
 * @param workMayBeLeft whether tasks may be claimable that this transaction did not claim
 */
record GroupResult(
        List<Admission> admissions,
        Set<ClaimRef> applied,
        List<StoredContext> contexts,
        List<Cancellation.Verdict> verdicts,
        Set<ExecutionId> endings,
        Map<ExecutionId, UUID> definitions,
        Map<ExecutionId, ExecutionStatus> settled,
        List<Claim> claims,
        List<ExecutionEvent> events,
        boolean workMayBeLeft) {

    List<ExecutionId> terminal() {
        return settled.entrySet().stream()
                .filter(entry -> entry.getValue().isTerminal())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean wroteNothing() {
        return events.isEmpty();
    }
}
