package io.cloacina.adapter.sqlite;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.StoredContext;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.testsupport.canary.Canary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Executions of a workflow of one task, as an engine would drive them. */
record SingleTasks(ExecutionStore store, String worker) {

    static final StoredDefinition DEFINITION = new StoredDefinition(
            new UUID(1, 2), "single", "00000000000000aa", "{}", List.of(new StoredDefinition.Task("only", List.of())));

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final long PROCESS = ProcessHandle.current().pid() & 0xfffff;
    private static final Duration LEASE = Duration.ofMinutes(5);

    SingleTasks define() {
        store.define(List.of(DEFINITION));
        return this;
    }

    List<ExecutionId> submit(int count) {
        return store.transact(Lane.WORK, transaction -> submit(transaction, count));
    }

    List<ExecutionId> submit(StoreTransaction transaction, int count) {
        List<NewExecution> executions = IntStream.range(0, count)
                .mapToObj(number -> newExecution(nextId(), "{\"k\":\"" + Canary.WORD + "\"}"))
                .toList();
        transaction.admit(executions);
        transaction.record(executions.stream()
                .map(execution -> event(execution.id(), EventKind.EXECUTION_SUBMITTED, null))
                .toList());
        return executions.stream().map(NewExecution::id).toList();
    }

    /** As the engine makes them: larger than the one before, so that what is new lies together. */
    private static UUID nextId() {
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | 0x7000, 0x8000_0000_0000_0000L | NUMBER.incrementAndGet() << 20 | PROCESS);
    }

    static NewExecution newExecution(UUID id, String context) {
        ExecutionId execution = new ExecutionId(id);
        return new NewExecution(
                execution,
                DEFINITION.id(),
                null,
                "digest",
                new StoredContext(new ContextRef(execution, ContextRef.INITIAL), "{}", context),
                0,
                null);
    }

    List<Claim> claim(int limit) {
        return store.transact(Lane.WORK, transaction -> {
            List<Claim> claims = transaction.claim(new ClaimRequest(worker, List.of(DEFINITION.id()), limit, LEASE));
            transaction.record(claims.stream()
                    .map(claim -> event(claim.ref(), EventKind.TASK_CLAIMED))
                    .toList());
            return claims;
        });
    }

    /** Completes claims and their executions; how many were still held. */
    int complete(List<Claim> claims) {
        return store.transact(Lane.WORK, transaction -> {
            transaction.lock(claims.stream().map(SingleTasks::execution).toList());
            List<ClaimEnd> ended = transaction.end(claims.stream()
                    .map(claim -> new ClaimEnd(claim.ref(), ClaimEnd.Kind.COMPLETED, Duration.ZERO, null))
                    .toList());
            transaction.keep(ended.stream()
                    .map(end -> new StoredContext(
                            new ContextRef(end.claim().task().execution(), 0),
                            "{\"k\":0}",
                            "{\"k\":\"" + Canary.WORD + "\"}"))
                    .toList());
            transaction.settle(List.of(), settled(ended));
            transaction.record(told(ended));
            return ended.size();
        });
    }

    private static List<ExecutionSettlement> settled(List<ClaimEnd> ended) {
        return ended.stream()
                .map(end -> new ExecutionSettlement(
                        end.claim().task().execution(), ExecutionStatus.COMPLETED, 0, 0, null, null))
                .toList();
    }

    private List<ExecutionEvent> told(List<ClaimEnd> ended) {
        List<ExecutionEvent> events = new ArrayList<>();
        for (ClaimEnd end : ended) {
            events.add(event(end.claim(), EventKind.TASK_COMPLETED));
            events.add(event(end.claim().task().execution(), EventKind.EXECUTION_COMPLETED, null));
        }
        return events;
    }

    private ExecutionEvent event(ClaimRef claim, EventKind kind) {
        return new ExecutionEvent(claim.task().execution(), kind, 0, claim.epoch(), 1, worker, null);
    }

    private ExecutionEvent event(ExecutionId execution, EventKind kind, @Nullable Integer task) {
        return new ExecutionEvent(execution, kind, task, 0, 0, worker, null);
    }

    private static ExecutionId execution(Claim claim) {
        return claim.ref().task().execution();
    }
}
