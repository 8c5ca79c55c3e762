package io.cloacina.runnertests;

import static org.awaitility.Awaitility.await;

import io.cloacina.runner.ExecutionHandle;
import java.lang.Thread.State;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Somebody who starts an execution on a thread of his own, and may have to wait for the answer. */
final class Newcomer {

    private static final Set<State> STANDS_STILL = Set.of(State.WAITING, State.TIMED_WAITING);

    private final CompletableFuture<ExecutionHandle> answer = new CompletableFuture<>();
    private final Thread thread;

    private Newcomer(Supplier<ExecutionHandle> start) {
        thread = new Thread(() -> ask(start), "newcomer");
    }

    /** Returns when he waits, or was answered. */
    static Newcomer of(Supplier<ExecutionHandle> start) {
        Newcomer newcomer = new Newcomer(start);
        newcomer.thread.start();
        await().atMost(Chapter.PATIENCE)
                .until(() -> newcomer.answer.isDone() || STANDS_STILL.contains(newcomer.thread.getState()));
        return newcomer;
    }

    private void ask(Supplier<ExecutionHandle> start) {
        try {
            answer.complete(start.get());
        } catch (RuntimeException | Error refused) {
            answer.completeExceptionally(refused);
        }
    }

    CompletableFuture<ExecutionHandle> answer() {
        return answer;
    }
}
