package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.HeldClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The life of claims: taken, extended, ended. */
record Claims(Tables tables, StoreClock clock) {

    List<Claim> claim(ClaimRequest request) {
        Set<UUID> definitions = new HashSet<>(request.definitions());
        List<TaskRow> chosen = tables.claimable
                .rows()
                .filter(row -> definitions.contains(row.definition))
                .limit(request.limit())
                .toList();
        return chosen.stream().map(row -> take(row, request)).toList();
    }

    private Claim take(TaskRow row, ClaimRequest request) {
        Instant now = clock.now();
        TaskRow taken = row.copy();
        taken.leave(TaskStatus.RUNNING, now);
        taken.epoch++;
        taken.worker = request.worker();
        taken.leaseUntil = now.plus(request.lease());
        taken.startedAt = now;
        taken.updatedAt = now;
        tables.tasks.put(taken.ref, taken);
        return toClaim(taken, startExecutionOf(taken, now));
    }

    private boolean startExecutionOf(TaskRow task, Instant now) {
        ExecutionRow execution = tables.executions.find(task.ref.execution()).orElseThrow();
        if (execution.status != ExecutionStatus.PENDING) {
            return false;
        }
        ExecutionRow started = execution.copy();
        started.become(ExecutionStatus.RUNNING, now);
        started.updatedAt = now;
        tables.executions.put(started.id, started);
        return true;
    }

    List<Claim> of(String worker) {
        return tables.leased
                .rows()
                .filter(row -> worker.equals(row.worker))
                .map(row -> toClaim(row, false))
                .toList();
    }

    Optional<HeldClaim> extend(ClaimRef claim, Duration lease) {
        Optional<TaskRow> held = held(claim);
        held.ifPresent(row -> {
            TaskRow extended = row.copy();
            extended.updatedAt = clock.now();
            extended.leaseUntil = extended.updatedAt.plus(lease);
            tables.tasks.put(extended.ref, extended);
        });
        return held.flatMap(row -> tables.executions.find(row.ref.execution()))
                .map(execution -> new HeldClaim(claim, execution.ending, true));
    }

    /** Ends a claim; false when it was lost. */
    boolean end(ClaimEnd end) {
        Instant now = clock.now();
        Optional<TaskRow> held = held(end.claim()).filter(row -> !end.kind().onlyIfExpired() || row.isExpired(now));
        held.ifPresent(row -> {
            TaskRow ended = row.copy();
            apply(end, ended, now);
            tables.tasks.put(ended.ref, ended);
        });
        return held.isPresent();
    }

    private static void apply(ClaimEnd end, TaskRow row, Instant now) {
        row.leave(end.kind().next(), now);
        if (end.kind().next() == TaskStatus.READY) {
            row.waitUntil(now.plus(end.dueIn()), now);
        }
        row.attempt += end.kind().attempts();
        row.recoveryAttempts += end.kind().recoveries();
        row.worker = null;
        row.leaseUntil = null;
        row.reason = end.reason();
        row.updatedAt = now;
    }

    private Optional<TaskRow> held(ClaimRef claim) {
        return tables.tasks.find(claim.task()).filter(row -> row.isHeldUnder(claim.epoch()));
    }

    private static Claim toClaim(TaskRow row, boolean startsExecution) {
        return new Claim(row.claimRef(), row.definition, row.attempt, row.recoveryAttempts, startsExecution);
    }
}
