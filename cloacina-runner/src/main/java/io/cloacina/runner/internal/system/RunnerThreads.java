package io.cloacina.runner.internal.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of one runner: the one place that makes any.
 *
 * <p>All are daemons: a library must not keep an application alive that ended its own threads, and virtual threads are
 * daemons in any case, so both JVMs behave alike. Nothing is lost by it: what was accepted is stored, and goes on when a
 * runner opens the database again. Whoever wants the work finished first calls {@code close()}.
 *
 * <p>No thread inherits thread locals. All get the context class loader of the thread that opened the runner, whichever
 * thread happens to start them. Thread-safe.
 */
public final class RunnerThreads implements Threads {

    private final String runner;
    private final Optional<ClassLoader> contextLoader;

    /** @param runner the runner's name: the first part of every thread's name */
    public RunnerThreads(String runner) {
        this.runner = runner;
        this.contextLoader = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Starts a platform thread named {@code <runner>-<role>}, for one of the runner's own loops. JDBC runs only on these:
     * interrupting a virtual thread inside a JDBC call closes its connection.
     */
    @Override
    public Loop start(String role, Runnable loop) {
        Thread thread = platform(runner + "-" + role, loop);
        thread.start();
        return new PlatformLoop(thread);
    }

    private record PlatformLoop(Thread thread) implements Loop {

        @Override
        public void interrupt() {
            thread.interrupt();
        }

        @Override
        public void end(Duration patience) throws InterruptedException {
            thread.join(Math.max(1, patience.toMillis()));
            thread.interrupt();
            thread.join();
        }
    }

    /**
     * One platform thread named {@code <runner>-<role>} that runs actions one after the other, at once or later. Actions
     * that are still put off when it is shut down are dropped.
     */
    @Override
    public ScheduledExecutorService scheduler(String role) {
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(1, action -> platform(runner + "-" + role, action));
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return scheduler;
    }

    /** The threads that run task bodies: virtual ones where the JVM has them, else pooled platform threads. */
    @Override
    public TaskThreads tasks() {
        ThreadFactory factory = VirtualThreads.factory(this::prepared).orElse(body -> platform(runner + "-task", body));
        return TaskThreads.onThreads(runner, factory, VirtualThreads.supported());
    }

    @Override
    public Signal signal() {
        return new ThreadSignal();
    }

    private Thread platform(String name, Runnable body) {
        Thread thread = new Thread(null, body, name, 0, false);
        thread.setDaemon(true);
        return prepared(thread);
    }

    private Thread prepared(Thread thread) {
        contextLoader.ifPresent(thread::setContextClassLoader);
        return thread;
    }
}
