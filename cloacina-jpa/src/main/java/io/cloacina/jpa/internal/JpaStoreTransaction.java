package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import io.cloacina.jpa.StoreStatement;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The moments of one transaction, each translated into a constant number of statements by the chapter it belongs to. */
final class JpaStoreTransaction implements StoreTransaction {

    private final Statements statements;
    private final ClaimFront front;
    private final Contexts contexts;
    private final Admissions admissions;
    private final Claims claims;
    private final Progressions progressions;
    private @Nullable RuntimeException broken;
    private boolean ended;

    JpaStoreTransaction(Statements statements, ClaimFront front) {
        this.statements = statements;
        this.front = front;
        this.contexts = new Contexts(statements);
        this.admissions = new Admissions(statements, contexts);
        this.claims = new Claims(statements, front);
        this.progressions = new Progressions(statements);
    }

    /** Ends the use of this object. */
    void end() {
        ended = true;
    }

    /** Throws again what the work swallowed: a database that has refused something may only be rolled back. */
    void requireUnbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public List<LockedExecution> lock(Collection<ExecutionId> executions) {
        return moment(() -> progressions.lock(executions));
    }

    @Override
    public List<Admission> admit(List<NewExecution> executions) {
        return moment(() -> admissions.admit(executions));
    }

    @Override
    public List<ClaimEnd> end(List<ClaimEnd> ends) {
        return moment(() -> claims.end(ends));
    }

    @Override
    public void keep(List<StoredContext> kept) {
        moment(() -> {
            contexts.keep(kept);
            return kept;
        });
    }

    @Override
    public List<OpenedTask> countDown(List<CountDown> countDowns) {
        return moment(() -> progressions.countDown(countDowns));
    }

    @Override
    public List<TaskState> states(Collection<TaskRef> tasks) {
        return moment(() -> progressions.states(tasks));
    }

    @Override
    public void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions) {
        moment(() -> {
            progressions.settleTasks(tasks);
            progressions.settleExecutions(executions);
            return tasks;
        });
    }

    @Override
    public List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason) {
        return moment(() -> progressions.cancelUnstarted(executions, reason));
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return moment(() -> claims.claim(request));
    }

    @Override
    public List<Claim> claimsOf(String worker) {
        return moment(() -> claims.of(worker));
    }

    @Override
    public List<HeldClaim> extend(Collection<ClaimRef> held, Duration lease) {
        return moment(() -> claims.extend(held, lease));
    }

    @Override
    public int promoteDue(int limit) {
        int promoted = moment(() -> statements.update(StoreStatement.PROMOTE_DUE, limit));
        if (promoted > 0) {
            front.forget(); // however late it was found
        }
        return promoted;
    }

    @Override
    public List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason) {
        return moment(() -> progressions.park(executions, reason));
    }

    @Override
    public void record(List<ExecutionEvent> events) {
        moment(() -> {
            progressions.record(events);
            return events;
        });
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> refs) {
        return moment(() -> contexts.contextKeys(refs));
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> refs) {
        return moment(() -> contexts.contextValues(refs));
    }

    private <T> T moment(Supplier<T> moment) {
        requireUnbroken();
        if (ended) {
            throw new IllegalStateException("the transaction has ended: its object must not be kept");
        }
        try {
            return moment.get();
        } catch (RuntimeException failure) {
            broken = failure;
            throw failure;
        }
    }
}
