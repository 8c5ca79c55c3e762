package io.cloacina.runner;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.execution.ExecutionId;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A runner could not do what it was asked. The kind says why; the message says what to do, and where {@code
 * docs/troubleshooting.md} says more. Never carries a context, an idempotency key or a password.
 */
public abstract sealed class RunnerException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String anchor;

    private RunnerException(String anchor, String message, @Nullable Throwable cause) {
        super(message + " See docs/troubleshooting.md#" + anchor + ".", cause);
        this.anchor = anchor;
    }

    /** The heading of {@code docs/troubleshooting.md} that explains this kind, such as {@code no-adapter}. */
    public String anchor() {
        return anchor;
    }

    /** No adapter artifact is on the class path or module path, or the one that is there cannot be loaded. */
    public static final class NoAdapter extends RunnerException {
        private static final long serialVersionUID = 1L;

        public NoAdapter(String message, @Nullable Throwable cause) {
            super("no-adapter", message, cause);
        }
    }

    /** Several adapters are installed and more than one of them accepts the URL. */
    public static final class SeveralAdapters extends RunnerException {
        private static final long serialVersionUID = 1L;

        public SeveralAdapters(String message) {
            super("several-adapters", message, null);
        }
    }

    /** No installed adapter accepts the URL. */
    public static final class WrongAdapter extends RunnerException {
        private static final long serialVersionUID = 1L;

        public WrongAdapter(String message) {
            super("wrong-adapter", message, null);
        }
    }

    /** The runner was not given a workflow of that name. */
    public static final class UnknownWorkflow extends RunnerException {
        private static final long serialVersionUID = 1L;

        /**
         * @param name the name that was asked for
         * @param registered the names of the workflows this runner was opened with
         */
        public UnknownWorkflow(String name, Collection<String> registered) {
            super("unknown-workflow", UnknownNames.workflow(name, registered), null);
        }
    }

    /** The database holds no execution of that id. */
    public static final class UnknownExecution extends RunnerException {
        private static final long serialVersionUID = 1L;

        public UnknownExecution(ExecutionId id) {
            super(
                    "unknown-execution",
                    "Execution " + id + " is not in this runner's database: it was never started there."
                            + " Check the id and the URL.",
                    null);
        }
    }

    /** The idempotency key stands for an execution that was started with another workflow or another context. */
    public static final class IdempotencyConflict extends RunnerException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable ExecutionId existing;

        /**
         * @param workflow the workflow that was to be started
         * @param existing the execution that the key stands for
         */
        public IdempotencyConflict(String workflow, ExecutionId existing) {
            super(
                    "idempotency-conflict",
                    "Workflow '" + workflow + "' was not started: its idempotency key already stands for execution "
                            + existing + ", which has another workflow or another context."
                            + " Use a new key for new input, or repeat the first call exactly.",
                    null);
            this.existing = existing;
        }

        /** The execution that the key stands for; null only after Java serialization. */
        public @Nullable ExecutionId existing() {
            return existing;
        }
    }

    /** The runner is closed or closing. What it had accepted is stored, and goes on when a runner is opened again. */
    public static final class RunnerClosed extends RunnerException {
        private static final long serialVersionUID = 1L;

        /** @param action what was refused, as a clause: {@code "workflow 'orders' was not started"} */
        public RunnerClosed(String runner, String action) {
            super(
                    "runner-closed",
                    "Runner '" + runner + "' is closed: " + action + ". Open a new runner on the same database.",
                    null);
        }
    }

    /** The execution ended {@code FAILED} or {@code CANCELLED} where a completed one was required. */
    public static final class ExecutionFailed extends RunnerException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable ExecutionResult result;

        public ExecutionFailed(ExecutionResult result) {
            super("execution-failed", FailureSummary.of(result), null);
            this.result = result;
        }

        /** How the execution ended; null only after Java serialization. */
        public @Nullable ExecutionResult result() {
            return result;
        }
    }

    /** The execution was not terminal when the caller's patience ended. It goes on. */
    public static final class ResultTimeout extends RunnerException {
        private static final long serialVersionUID = 1L;

        public ResultTimeout(ExecutionId id, Duration waited) {
            super(
                    "result-timeout",
                    "Execution " + id + " was not terminal after " + waited + ". It goes on: wait again, ask"
                            + " explain(id) what it waits for, or cancel(id).",
                    null);
        }
    }

    /** The calling thread was interrupted while it waited; its interrupt flag is set again. The execution goes on. */
    public static final class WaitInterrupted extends RunnerException {
        private static final long serialVersionUID = 1L;

        public WaitInterrupted(String waitedFor, InterruptedException cause) {
            super(
                    "wait-interrupted",
                    "The calling thread was interrupted while it waited for " + waitedFor
                            + ". What was stored goes on: wait again from another thread.",
                    cause);
        }
    }
}
