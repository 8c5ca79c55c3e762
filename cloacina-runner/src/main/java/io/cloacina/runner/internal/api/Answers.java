package io.cloacina.runner.internal.api;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.runner.RunnerException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the caller's thread for what the engine answers. */
public final class Answers {

    private Answers() {}

    /**
     * Waits as long as it takes.
     *
     * @param what what is waited for, for the message of an interrupt
     * @throws RunnerException.WaitInterrupted if the thread is interrupted; its interrupt flag is set again
     */
    public static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * Waits for an execution to be terminal. Patience of more than 292 years is as good as that.
     *
     * @throws RunnerException.ResultTimeout if patience ends before
     */
    public static void await(CompletableFuture<Void> terminal, Optional<Duration> patience, ExecutionId id) {
        if (patience.isEmpty()) {
            await(terminal, "the end of execution " + id);
            return;
        }
        try {
            terminal.get(TimeUnit.NANOSECONDS.convert(patience.get()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new RunnerException.ResultTimeout(id, patience.get());
        } catch (InterruptedException e) {
            throw interrupted("the end of execution " + id, e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RunnerException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RunnerException.WaitInterrupted(what, cause);
    }

    /** The error itself, with the place where the caller waited added to its trace. */
    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException failure) {
            failure.addSuppressed(new IllegalStateException("the caller waited here"));
            return failure;
        }
        return new IllegalStateException("the engine answered with an unexpected error", cause);
    }
}
