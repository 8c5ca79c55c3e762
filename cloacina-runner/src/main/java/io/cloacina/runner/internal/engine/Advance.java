package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionOutcome;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionSettlement;
import io.cloacina.ports.LockedExecution;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One locked execution while a transaction moves it on: its counts are tracked here and written once. */
final class Advance {

    private final LockedExecution locked;
    private int openTasks;
    private int failedTasks;
    private @Nullable Ending ending;
    private @Nullable String reason;
    private boolean changed;
    private boolean claimEnded;
    private boolean taskReturned;

    Advance(LockedExecution locked) {
        this.locked = locked;
        this.openTasks = locked.openTasks();
        this.failedTasks = locked.failedTasks();
        this.ending = locked.ending();
    }

    ExecutionId id() {
        return locked.id();
    }

    UUID definition() {
        return locked.definition();
    }

    boolean wasTerminal() {
        return locked.status().isTerminal();
    }

    boolean isEnding() {
        return ending != null;
    }

    /** Why it ends, for the reason of a task that ends with it. */
    String endingName() {
        return ending == Ending.TIMED_OUT ? "timed out" : "cancelled";
    }

    boolean isChanged() {
        return changed;
    }

    void claimEnded(ClaimEnd.Kind kind) {
        changed = true;
        claimEnded = true;
        taskReturned |= kind.next() == TaskStatus.READY;
        if (kind.next().isTerminal()) {
            openTasks--;
        }
        if (kind.next() == TaskStatus.FAILED) {
            failedTasks++;
        }
    }

    void skipped(int tasks) {
        openTasks -= tasks;
    }

    void beginEnding(Ending why, String because) {
        changed = true;
        ending = why;
        reason = because;
    }

    void cancelled(int tasks) {
        openTasks -= tasks;
    }

    ExecutionStatus status() {
        ExecutionStatus present =
                locked.status() == ExecutionStatus.PENDING ? ExecutionStatus.RUNNING : locked.status();
        return ExecutionOutcome.after(present, ending, openTasks, failedTasks);
    }

    /**
     * Whether the execution leaves {@code PENDING} only now: the claim that should have moved it found its row locked by
     * somebody else and did not wait.
     */
    boolean startsLate() {
        boolean running = claimEnded || !status().isTerminal();
        return locked.status() == ExecutionStatus.PENDING && running;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Why tasks that do not run are cancelled now; null if they go on, or were cancelled when the ending began. */
    @Nullable
    String whyUnstartedEnd() {
        return reason == null && taskReturned && isEnding() ? "the execution is ending: " + endingName() : reason;
    }

    ExecutionSettlement toSettlement() {
        return new ExecutionSettlement(id(), status(), openTasks, failedTasks, ending, reason);
    }
}
