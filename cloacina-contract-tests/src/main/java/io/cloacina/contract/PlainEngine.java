package io.cloacina.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.ExecutionStore.TransactionWork;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The plainest engine that keeps its side of the contract: every change with its lock, its consequences and its history,
 * so that the invariants hold after each call. One worker; thread-safe.
 */
final class PlainEngine {

    /** Long against the time a test takes, short against the steps it takes the clock. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final int TRIES = 100;

    private final ExecutionStore store;
    private final String worker;
    private final Events events;
    private final Map<UUID, StoredDefinition> known = new ConcurrentHashMap<>();

    PlainEngine(ExecutionStore store, String worker) {
        this.store = store;
        this.worker = worker;
        this.events = new Events(worker);
    }

    ExecutionStore store() {
        return store;
    }

    Events events() {
        return events;
    }

    StoredDefinition define(StoredDefinition definition) {
        store.define(List.of(definition));
        return learn(definition);
    }

    private StoredDefinition learn(StoredDefinition definition) {
        known.put(definition.id(), definition);
        return definition;
    }

    /** Lets this engine go on with executions that another one began. */
    PlainEngine knowing(StoredDefinition definition) {
        learn(definition);
        return this;
    }

    /** Defines the workflow and starts one execution of it. */
    ExecutionId start(StoredDefinition definition) {
        define(definition);
        return admit(Submission.of(definition)).stored();
    }

    Admission admit(Submission submission) {
        return admit(List.of(submission)).get(0);
    }

    List<Admission> admit(List<Submission> submissions) {
        return transact(transaction -> {
            List<Admission> admissions = transaction.admit(
                    submissions.stream().map(Submission::toNewExecution).toList());
            transaction.record(admissions.stream()
                    .filter(Admission::created)
                    .map(admission -> events.of(admission.stored(), EventKind.EXECUTION_SUBMITTED, null))
                    .toList());
            return admissions;
        });
    }

    List<Claim> claim(int limit, StoredDefinition... definitions) {
        List<UUID> ids = Stream.of(definitions)
                .map(this::learn)
                .map(StoredDefinition::id)
                .toList();
        return transact(transaction -> {
            List<Claim> claims = transaction.claim(new ClaimRequest(worker, ids, limit, LEASE));
            transaction.record(claims.stream().flatMap(events::claimed).toList());
            return claims;
        });
    }

    /** Claims the one task that can be claimed. */
    Claim claimOne(StoredDefinition definition) {
        List<Claim> claims = claim(1, definition);
        if (claims.size() != 1) {
            throw new AssertionError("one task of " + definition.name() + " was to be claimed: " + claims);
        }
        return claims.get(0);
    }

    /** Ends one claim; whether it was still held. */
    boolean end(Claim claim, ClaimEnd.Kind kind) {
        return end(claim, kind, Duration.ZERO);
    }

    boolean end(Claim claim, ClaimEnd.Kind kind, Duration dueIn) {
        return !end(List.of(new ClaimEnd(claim.ref(), kind, dueIn, Submission.SECRET + " because of " + kind)))
                .isEmpty();
    }

    void complete(List<Claim> claims) {
        complete(claims, Steps.UNWATCHED);
    }

    void complete(List<Claim> claims, Steps steps) {
        end(
                claims.stream()
                        .map(claim -> new ClaimEnd(claim.ref(), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null))
                        .toList(),
                steps);
    }

    /** Ends claims with everything that follows, and returns those that were still held. */
    List<ClaimEnd> end(List<ClaimEnd> ends) {
        return end(ends, Steps.UNWATCHED);
    }

    private List<ClaimEnd> end(List<ClaimEnd> ends, Steps steps) {
        List<ExecutionId> touched = ends.stream()
                .map(end -> end.claim().task().execution())
                .distinct()
                .toList();
        return transact(transaction -> {
            steps.locks();
            Map<ExecutionId, LockedExecution> locked = lock(transaction, touched);
            steps.hasLocked();
            List<ClaimEnd> applied = transaction.end(ends);
            transaction.keep(applied.stream()
                    .filter(end -> end.kind() == ClaimEnd.Kind.COMPLETED)
                    .map(end -> written(end.claim().task()))
                    .toList());
            transaction.record(follow(transaction, locked, applied));
            steps.commits();
            return applied;
        });
    }

    private List<ExecutionEvent> follow(
            StoreTransaction transaction, Map<ExecutionId, LockedExecution> locked, List<ClaimEnd> applied) {
        List<ExecutionEvent> history =
                new ArrayList<>(applied.stream().map(events::ended).toList());
        applied.stream()
                .filter(end -> end.kind().next().isTerminal())
                .collect(groupingBy(
                        end -> end.claim().task().execution(),
                        toMap(
                                end -> end.claim().task().ordinal(),
                                end -> end.kind().next())))
                .forEach((id, ended) -> history.addAll(consequences(transaction, Objects.requireNonNull(locked.get(id)))
                        .of(ended)));
        return history;
    }

    private Consequences consequences(StoreTransaction transaction, LockedExecution execution) {
        return new Consequences(transaction, execution, definition(execution.definition()), events);
    }

    private StoredDefinition definition(UUID id) {
        StoredDefinition definition = known.get(id);
        if (definition == null) {
            throw new IllegalStateException("this engine never heard of definition " + id);
        }
        return definition;
    }

    /** The context of a task that writes one key, named after it. */
    static StoredContext written(TaskRef task) {
        String key = "\"t" + task.ordinal() + "\"";
        return new StoredContext(
                new ContextRef(task.execution(), task.ordinal()),
                "{" + key + ":" + task.ordinal() + "}",
                "{" + key + ":\"" + Submission.SECRET + "\"}");
    }

    /** Cancels an execution: unstarted tasks at once, running ones when they end. */
    List<TaskRef> cancel(ExecutionId id) {
        return stop(id, Ending.CANCELLED, EventKind.EXECUTION_CANCEL_REQUESTED);
    }

    List<TaskRef> timeOut(ExecutionId id) {
        return stop(id, Ending.TIMED_OUT, EventKind.EXECUTION_TIMED_OUT);
    }

    private List<TaskRef> stop(ExecutionId id, Ending ending, EventKind kind) {
        return transact(transaction -> {
            LockedExecution execution = transaction.lock(List.of(id)).get(0);
            if (execution.status().isTerminal() || execution.ending() != null) {
                return List.<TaskRef>of();
            }
            List<TaskRef> cancelled = transaction.cancelUnstarted(List.of(id), "stopped");
            ExecutionSettlement settlement = stopped(execution, ending, cancelled.size());
            transaction.settle(List.of(), List.of(settlement));
            transaction.record(historyOf(settlement, kind, cancelled));
            return cancelled;
        });
    }

    private static ExecutionSettlement stopped(LockedExecution execution, Ending ending, int cancelled) {
        int open = execution.openTasks() - cancelled;
        ExecutionStatus end = ending == Ending.CANCELLED ? ExecutionStatus.CANCELLED : ExecutionStatus.FAILED;
        ExecutionStatus status = open == 0 ? end : execution.status();
        return new ExecutionSettlement(execution.id(), status, open, execution.failedTasks(), ending, ending.name());
    }

    private List<ExecutionEvent> historyOf(ExecutionSettlement settlement, EventKind kind, List<TaskRef> cancelled) {
        List<ExecutionEvent> history = new ArrayList<>();
        history.add(events.of(settlement.id(), kind, null));
        cancelled.forEach(task -> history.add(events.of(task, EventKind.TASK_CANCELLED, null)));
        if (settlement.status().isTerminal()) {
            history.add(events.ended(settlement.id(), settlement.status()));
        }
        return history;
    }

    private static Map<ExecutionId, LockedExecution> lock(StoreTransaction transaction, List<ExecutionId> ids) {
        return transaction.lock(ids).stream().collect(toMap(LockedExecution::id, execution -> execution));
    }

    /** Lets the store run the work, again when it asks for it, as any engine does. */
    <T> T transact(TransactionWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.transact(Lane.WORK, work);
            } catch (StoreException.Contended contended) {
                if (attempt == TRIES) {
                    throw contended;
                }
            }
        }
    }
}
