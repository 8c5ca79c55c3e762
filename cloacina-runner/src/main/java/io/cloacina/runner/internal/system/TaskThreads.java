package io.cloacina.runner.internal.system;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs task bodies, each at once on a thread of its own: how many run is the caller's business. While a body runs, its
 * thread is named {@code <runner>-task-<execution>/<task>}. Thread-safe.
 */
public final class TaskThreads {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final String runner;
    private final ExecutorService executor;

    /** @param executor begins at once whatever it is given */
    public TaskThreads(String runner, ExecutorService executor) {
        this.runner = runner;
        this.executor = executor;
    }

    /** @param oneEach whether a thread serves one body and ends (virtual) or waits for the next one (platform) */
    static TaskThreads onThreads(String runner, ThreadFactory factory, boolean oneEach) {
        long keepAlive = oneEach ? 0 : IDLE.toMillis();
        return new TaskThreads(
                runner,
                new ThreadPoolExecutor(
                        0, Integer.MAX_VALUE, keepAlive, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory));
    }

    /**
     * Starts a body.
     *
     * @param execution the execution's id, for the thread's name
     * @param task the task's id, for the thread's name
     * @param body should throw nothing
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    public RunningBody start(String execution, String task, Runnable body) {
        RunningBody running = new RunningBody(runner + "-task-" + execution + "/" + task, body);
        executor.execute(running);
        return running;
    }

    /** Takes no more bodies, waits for none and interrupts none. */
    public void end() {
        executor.shutdown();
    }

    /**
     * Takes no more bodies and waits for those that run; interrupts none.
     *
     * @return whether all ended, and their threads with them, within the patience
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public boolean close(Duration patience) throws InterruptedException {
        executor.shutdown();
        return executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
