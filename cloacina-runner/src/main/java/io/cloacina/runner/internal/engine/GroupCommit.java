package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoreException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One try to commit one group. When its outcome is unknown, {@link #isDurable()} finds out by the history: whatever a
 * group changes, it records, all of it or nothing is stored, and nobody rewrites what is recorded. The state itself would
 * not tell: other runners may have moved it on meanwhile.
 */
final class GroupCommit {

    private static final int PAGE = 1000;

    private final EngineContext engine;
    private final String writer;
    private final Group group;
    private final long begunAt;
    private @Nullable GroupResult result;

    /** @param writer the id under which one loop claims and records: unique among all loops of all runners */
    GroupCommit(EngineContext engine, String writer, Group group) {
        this.engine = engine;
        this.writer = writer;
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
                group, engine.definitions(), writer, engine.settings().leases().lease());
        engine.store().transact(Lane.WORK, tx -> {
            result = work.in(tx);
            return result;
        });
    }

    /**
     * Whether a commit whose outcome was unknown is there. Waits for the executions it had locked, so that a commit that
     * is still under way in the database is over before anything is read. A group that recorded nothing changed nothing:
     * it may be tried again.
     *
     * <p>What a group claimed or admitted without locking it is not waited for. Should that commit after this answer, the
     * submission is found stored when it is tried again, and the claim ends with its lease.
     *
     * @throws StoreException if the store cannot tell now
     */
    boolean isDurable() {
        GroupResult done = result;
        if (done == null || done.wroteNothing()) {
            return false;
        }
        waitFor(written(done));
        return isAnyRecorded(done.events());
    }

    /** What cannot be read was locked all the same. */
    private void waitFor(Set<ExecutionId> executions) {
        try {
            engine.store().transact(Lane.WORK, tx -> tx.lock(executions));
        } catch (StoreException.Unreadable e) {
            if (!executions.remove(e.execution())) {
                throw e;
            }
            waitFor(executions);
        }
    }

    /** Any event tells; one of an execution that can be read is enough. */
    private boolean isAnyRecorded(List<ExecutionEvent> witnesses) {
        ExecutionEvent first = witnesses.get(0);
        try {
            return isRecorded(first);
        } catch (StoreException.Unreadable e) {
            List<ExecutionEvent> others = witnesses.stream()
                    .filter(other -> !other.execution().equals(first.execution()))
                    .toList();
            if (others.isEmpty()) {
                throw e;
            }
            return isAnyRecorded(others);
        }
    }

    private static Set<ExecutionId> written(GroupResult result) {
        return result.events().stream().map(ExecutionEvent::execution).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isRecorded(ExecutionEvent witness) {
        long after = 0;
        List<RecordedEvent> page;
        do {
            page = engine.store().queries().history(witness.execution(), after, PAGE);
            if (page.stream().anyMatch(recorded -> isSame(recorded.event(), witness))) {
                return true;
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).sequence();
        } while (page.size() == PAGE);
        return false;
    }

    /**
     * One loop records one kind of event about one claim, or about one execution as a whole, at most once: it does nothing
     * else while it is in doubt. Another loop of the same runner may have made the very claim that was rolled back here.
     */
    private static boolean isSame(ExecutionEvent one, ExecutionEvent other) {
        return one.kind() == other.kind()
                && one.epoch() == other.epoch()
                && one.worker().equals(other.worker())
                && Objects.equals(one.task(), other.task());
    }
}
