package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Admission;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.TaskState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One try to commit one group. When its outcome is unknown, {@link #isDurable()} finds out: what the transaction wrote is
 * known, because its work had ended before the commit failed, so one row that it must have changed tells about all.
 */
final class GroupCommit {

    private final EngineContext engine;
    private final Group group;
    private final long begunAt;
    private @Nullable GroupResult result;

    GroupCommit(EngineContext engine, Group group) {
        this.engine = engine;
        this.group = group;
        this.begunAt = engine.time().nanoTime();
    }

    Group group() {
        return group;
    }

    /** When it began, in monotonic nanoseconds: leases given by it last at least from then. */
    long begunAt() {
        return begunAt;
    }

    GroupResult result() {
        if (result == null) {
            throw new IllegalStateException("the work of this transaction has not ended");
        }
        return result;
    }

    /**
     * Runs the transaction.
     *
     * @throws StoreException as {@link io.cloacina.ports.ExecutionStore#transact} does
     */
    void run() {
        GroupTransaction work = new GroupTransaction(
                group,
                engine.definitions(),
                engine.worker(),
                engine.settings().leases().lease());
        engine.store().transact(Lane.WORK, tx -> {
            result = work.in(tx);
            return result;
        });
    }

    /**
     * Whether a commit whose outcome was unknown is there. Waits for the rows it held, so that a commit that is still
     * under way in the database is over before anything is read.
     *
     * @throws StoreException if the store cannot tell now
     */
    boolean isDurable() {
        return result != null && engine.store().transact(Lane.WORK, this::isDurable);
    }

    private boolean isDurable(StoreTransaction tx) {
        Map<ExecutionId, LockedExecution> locked =
                tx.lock(written()).stream().collect(Collectors.toMap(LockedExecution::id, Function.identity()));
        GroupResult done = result();
        for (Admission admission : done.admissions()) {
            if (admission.created()) {
                return locked.containsKey(admission.stored());
            }
        }
        for (TaskEnd end : group.ends()) {
            if (done.applied().contains(end.claim())) {
                return hasEnded(tx, end.claim());
            }
        }
        return done.settled().isEmpty() ? hasClaimed(tx, done.claims()) : hasSettled(locked, done);
    }

    private Set<ExecutionId> written() {
        Set<ExecutionId> written = new TreeSet<>(group.touched());
        group.submissions().forEach(submission -> written.add(submission.execution()));
        return written;
    }

    /** Still running under the same epoch: the end is not there. */
    private static boolean hasEnded(StoreTransaction tx, ClaimRef claim) {
        List<TaskState> states = tx.states(List.of(claim.task()));
        return states.stream().noneMatch(state -> state.epoch() == claim.epoch() && isRunning(state));
    }

    private static boolean isRunning(TaskState state) {
        return state.status() == io.cloacina.domain.execution.TaskStatus.RUNNING;
    }

    private static boolean hasSettled(Map<ExecutionId, LockedExecution> locked, GroupResult done) {
        return done.settled().entrySet().stream().allMatch(entry -> {
            LockedExecution now = locked.get(entry.getKey());
            return now != null
                    && (now.status() == entry.getValue() && (now.status().isTerminal() || now.ending() != null));
        });
    }

    private boolean hasClaimed(StoreTransaction tx, List<Claim> claims) {
        Set<ClaimRef> mine =
                tx.claimsOf(engine.worker()).stream().map(Claim::ref).collect(Collectors.toSet());
        return claims.stream().map(Claim::ref).allMatch(mine::contains);
    }
}
