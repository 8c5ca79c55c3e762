package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.StoredContext;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of one claim: a body of this runner ended, or somebody's lease expired. It waits until it is written or its
 * claim is lost, whatever happens to the database meanwhile.
 *
 * @param definition the definition of the task's execution
 * @param attempt the number of the try that ended
 * @param context what a completed task wrote; null for any other end
 */
record TaskEnd(
        ClaimRef claim,
        UUID definition,
        int attempt,
        ClaimEnd.Kind kind,
        Duration dueIn,
        @Nullable String reason,
        @Nullable StoredContext context,
        long since)
        implements Request {

    TaskEnd {
        if ((kind == ClaimEnd.Kind.COMPLETED) != (context != null)) {
            throw new IllegalArgumentException(kind + (context == null ? " needs a context" : " takes no context"));
        }
    }

    /** The same claim, ended otherwise: its execution is ending, or the store refuses the outcome itself. */
    TaskEnd insteadAs(ClaimEnd.Kind otherKind, @Nullable String otherReason) {
        return new TaskEnd(claim, definition, attempt, otherKind, Duration.ZERO, otherReason, null, since);
    }

    /**
     * How the claim ends if its execution is ending: whatever its body brought, it is cancelled. A claim that only seems
     * to have expired is taken back if it has, so that a body which still runs keeps it; the task is cancelled then.
     */
    TaskEnd inEnding(String ending) {
        return kind.onlyIfExpired()
                ? insteadAs(ClaimEnd.Kind.LEASE_EXPIRED, reason)
                : insteadAs(ClaimEnd.Kind.CANCELLED, "the execution is ending: " + ending);
    }

    ClaimEnd toClaimEnd() {
        return new ClaimEnd(claim, kind, dueIn, reason);
    }

    @Override
    public ExecutionId execution() {
        return claim.task().execution();
    }

    @Override
    public boolean hasCaller() {
        return false;
    }

    /** Nobody waits: the lease expires, and the sweep of any runner takes the task back. */
    @Override
    public void giveUp(RuntimeException why) {}
}
