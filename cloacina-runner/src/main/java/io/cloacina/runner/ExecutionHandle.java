package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One execution, to be watched, awaited or cancelled. Holds no connection; thread-safe. */
public final class ExecutionHandle {

    private static final String PATIENCE = "the patience for a result";
    private static final String REMEDY = "say result() to wait as long as it takes";

    private final ExecutionId id;
    private final DefaultRunner runner;

    ExecutionHandle(ExecutionId id, DefaultRunner runner) {
        this.id = id;
        this.runner = runner;
    }

    /** The id of the execution: keep it to find the execution again. */
    public ExecutionId id() {
        return id;
    }

    /** Where the execution stands now. */
    public ExecutionStatus status() {
        return runner.find(id)
                .orElseThrow(() -> new RunnerException.UnknownExecution(id))
                .status();
    }

    /**
     * Waits for the end of the execution, whichever runner brings it about. Returns on every terminal status; {@link
     * ExecutionResult#context()} says when a result has no context that can be told.
     *
     * @throws RunnerException.WaitInterrupted if the calling thread is interrupted; the execution goes on
     * @throws RunnerException.RunnerClosed if the runner is closed before the end
     */
    public ExecutionResult result() {
        return runner.result(id, Optional.empty());
    }

    /**
     * As {@link #result()}, but not longer than that.
     *
     * @param patience any duration that is not negative; zero only looks
     * @throws RefusedArgumentException if the patience is null or negative
     * @throws RunnerException.ResultTimeout if the execution was not terminal by then; it goes on
     */
    public ExecutionResult result(Duration patience) {
        if (given(patience, PATIENCE, REMEDY).isNegative()) {
            throw new RefusedArgumentException(PATIENCE, "must not be negative, but was " + patience, REMEDY);
        }
        return runner.result(id, Optional.of(patience));
    }

    /**
     * Completes with the result when the execution is terminal, on whichever status, on a thread of its own. Cancelling
     * the future does not cancel the execution. If the runner is closed before the end, it completes with a {@link
     * RunnerException.RunnerClosed}.
     */
    public CompletableFuture<ExecutionResult> completion() {
        return runner.completion(id);
    }

    /**
     * Cancels the execution; see {@link DefaultRunner#cancel}.
     *
     * @return false if it was terminal already, and nothing was changed
     */
    public boolean cancel() {
        return runner.cancel(id);
    }

    @Override
    public String toString() {
        return "ExecutionHandle[" + id + "]";
    }
}
