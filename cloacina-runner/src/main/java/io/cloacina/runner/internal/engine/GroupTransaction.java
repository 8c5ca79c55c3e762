package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.ExecutionStore.TransactionWork;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.TaskSettlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The order of the moments inside one transaction: lock, admit, end, count down, decide, cancel, settle, claim, record.
 *
 * <p><b>Lock first.</b> Two tasks that end at once must not strand their join: each transaction, reading before the
 * other has committed, would see one dependency still open. So the rows of all executions that are touched are locked by
 * the first statement, in id order, and every count that decides is read after that.
 *
 * <p><b>Claim last.</b> What became ready here is claimed here: a chain costs one commit per task, not two.
 *
 * <p><b>Nothing of a user's runs here.</b> Retry predicates ran before, merge functions run when a task starts.
 *
 * <p>One instance is one try: a transaction that is repeated begins with a new instance.
 */
final class GroupTransaction implements TransactionWork<GroupResult> {

    /** Bounds the time of one transaction when very many retries fall due together. */
    private static final int PROMOTED_AT_ONCE = 1000;

    private final Group group;
    private final Definitions definitions;
    private final String worker;
    private final Duration lease;
    private final EventLog log;
    private final Map<ExecutionId, Advance> advances = new LinkedHashMap<>();

    GroupTransaction(Group group, Definitions definitions, String worker, Duration lease) {
        this.group = group;
        this.definitions = definitions;
        this.worker = worker;
        this.lease = lease;
        this.log = new EventLog(worker);
    }

    @Override
    public GroupResult in(StoreTransaction tx) {
        lock(tx);
        List<Admission> admissions = admit(tx);
        List<TaskEnd> ended = end(tx);
        List<Cancellation.Verdict> verdicts = beginEndings();
        List<TaskSettlement> tasks = new Successors(tx, definitions, advances, log).decide(ended);
        Set<ExecutionId> endings = cancelUnstarted(tx);
        Map<ExecutionId, ExecutionStatus> settled = settle(tx, tasks);
        boolean promotedAll = promote(tx);
        List<Claim> claims = claim(tx);
        tx.record(log.events());
        return new GroupResult(
                admissions,
                ended.stream().map(TaskEnd::claim).collect(Collectors.toSet()),
                contextsOf(ended),
                verdicts,
                endings,
                definitionsOf(claims),
                settled,
                claims,
                log.events(),
                !promotedAll || workMayBeLeft(claims));
    }

    private void lock(StoreTransaction tx) {
        for (LockedExecution locked : tx.lock(group.touched())) {
            advances.put(locked.id(), new Advance(locked));
        }
    }

    private List<Admission> admit(StoreTransaction tx) {
        List<NewExecution> newcomers =
                group.submissions().stream().map(Submission::newcomer).toList();
        List<Admission> admissions = tx.admit(newcomers);
        for (Admission admission : admissions) {
            if (admission.created()) {
                log.submitted(admission.stored());
            }
        }
        return admissions;
    }

    /** Ends claims; whatever a body of an ending execution brought, it ends cancelled. */
    private List<TaskEnd> end(StoreTransaction tx) {
        Map<ClaimRef, TaskEnd> wanted = new LinkedHashMap<>();
        for (TaskEnd end : group.ends()) {
            Advance advance = advances.get(end.execution());
            if (advance != null && !advance.wasTerminal()) {
                TaskEnd written = advance.isEnding() ? end.inEnding(advance.endingName()) : end;
                wanted.merge(end.claim(), written, GroupTransaction::firstHand);
            }
        }
        List<TaskEnd> applied = tx
                .end(wanted.values().stream().map(TaskEnd::toClaimEnd).toList())
                .stream()
                .map(end -> Objects.requireNonNull(wanted.get(end.claim())))
                .toList();
        tx.keep(contextsOf(applied));
        applied.forEach(this::logEnd);
        return applied;
    }

    /** Of two ends of one claim, the worker's own: the other one only says that its lease seemed to be over. */
    private static TaskEnd firstHand(TaskEnd one, TaskEnd other) {
        return one.kind().onlyIfExpired() ? other : one;
    }

    private static List<StoredContext> contextsOf(List<TaskEnd> ends) {
        List<StoredContext> contexts = new ArrayList<>();
        for (TaskEnd end : ends) {
            StoredContext context = end.context();
            if (context != null) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private void logEnd(TaskEnd end) {
        advanceOf(end.execution()).claimEnded(end.kind());
        log.ended(end);
    }

    private List<Cancellation.Verdict> beginEndings() {
        return group.cancellations().stream().map(this::beginEnding).toList();
    }

    private Cancellation.Verdict beginEnding(Cancellation cancellation) {
        Advance advance = advances.get(cancellation.execution());
        if (advance == null) {
            return Cancellation.Verdict.UNKNOWN;
        }
        if (advance.wasTerminal()) {
            return Cancellation.Verdict.ALREADY_TERMINAL;
        }
        if (!advance.isEnding()) {
            advance.beginEnding(cancellation.ending(), cancellation.reason());
            log.ending(cancellation.execution(), cancellation.ending(), cancellation.reason());
        }
        return Cancellation.Verdict.ACCEPTED;
    }

    /** Returns the executions that this transaction makes end: their running bodies are told after the commit. */
    private Set<ExecutionId> cancelUnstarted(StoreTransaction tx) {
        Map<String, Set<ExecutionId>> byReason = new LinkedHashMap<>();
        for (Advance advance : advances.values()) {
            String reason = advance.whyUnstartedEnd();
            if (reason != null) {
                byReason.computeIfAbsent(reason, key -> new TreeSet<>()).add(advance.id());
            }
        }
        byReason.forEach((reason, executions) -> cancel(tx.cancelUnstarted(executions, reason), reason));
        return byReason.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private void cancel(List<TaskRef> tasks, String reason) {
        for (TaskRef task : tasks) {
            advanceOf(task.execution()).cancelled(1);
            log.cancelled(task, reason);
        }
    }

    private Map<ExecutionId, ExecutionStatus> settle(StoreTransaction tx, List<TaskSettlement> tasks) {
        Map<ExecutionId, ExecutionStatus> settled = new LinkedHashMap<>();
        List<ExecutionSettlement> settlements = new ArrayList<>();
        for (Advance advance : advances.values()) {
            if (advance.isChanged()) {
                settlements.add(advance.toSettlement());
                settled.put(advance.id(), advance.status());
                logSettled(advance);
            }
        }
        tx.settle(tasks, settlements);
        return settled;
    }

    private void logSettled(Advance advance) {
        if (advance.startsLate()) {
            log.started(advance.id());
        }
        if (advance.status().isTerminal()) {
            log.settled(advance.id(), advance.status(), advance.reason());
        }
    }

    /** Returns whether all that is due is claimable now. */
    private boolean promote(StoreTransaction tx) {
        return group.search() != Search.DUE || tx.promoteDue(PROMOTED_AT_ONCE) < PROMOTED_AT_ONCE;
    }

    private List<Claim> claim(StoreTransaction tx) {
        Collection<UUID> served = definitions.served();
        if (group.claimLimit() == 0 || served.isEmpty() || !mayFindSome()) {
            return List.of();
        }
        List<Claim> claims = tx.claim(new ClaimRequest(worker, served, group.claimLimit(), lease));
        claims.forEach(this::logClaim);
        return claims;
    }

    /** The ends of an idle system's only tasks need not look for others. */
    private boolean mayFindSome() {
        return group.search() != Search.OWN || log.anyClaimable();
    }

    private void logClaim(Claim claim) {
        if (claim.startsExecution()) {
            log.started(claim.ref().task().execution());
        }
        log.claimed(claim);
    }

    private Map<ExecutionId, UUID> definitionsOf(List<Claim> claims) {
        Map<ExecutionId, UUID> definitionOf = new HashMap<>();
        advances.values().forEach(advance -> definitionOf.put(advance.id(), advance.definition()));
        group.submissions()
                .forEach(each ->
                        definitionOf.put(each.execution(), each.newcomer().definition()));
        claims.forEach(claim -> definitionOf.put(claim.ref().task().execution(), claim.definition()));
        return definitionOf;
    }

    private boolean workMayBeLeft(List<Claim> claims) {
        return group.claimLimit() > 0 ? claims.size() == group.claimLimit() : log.anyClaimable();
    }

    private Advance advanceOf(ExecutionId execution) {
        return Objects.requireNonNull(advances.get(execution), "an end was applied to an execution that is not locked");
    }
}
