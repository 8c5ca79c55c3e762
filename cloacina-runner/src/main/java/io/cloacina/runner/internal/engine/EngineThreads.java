package io.cloacina.runner.internal.engine;

import io.cloacina.runner.internal.system.TaskThreads;
import io.cloacina.runner.internal.system.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one engine beside its writers. Each does one thing, so that none waits behind another: heartbeats must
 * never wait for work, nor timers for a database.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is put off is guarded: it throws nothing that a future could hold
final class EngineThreads implements Timers {

    private static final Logger LOG = LoggerFactory.getLogger(EngineThreads.class);

    private final String worker;
    private final TaskThreads bodies;
    private final TaskThreads callbacks;
    private final ScheduledExecutorService timer;
    private final ScheduledExecutorService heartbeat;
    private final ScheduledExecutorService maintenance;
    private final ScheduledExecutorService reader;
    private final ScheduledExecutorService results;
    private final ScheduledExecutorService listener;

    EngineThreads(String worker, Threads threads) {
        this.worker = worker;
        this.bodies = threads.tasks();
        this.callbacks = threads.tasks();
        this.timer = threads.scheduler("timer");
        this.heartbeat = threads.scheduler("heartbeat");
        this.maintenance = threads.scheduler("maintenance");
        this.reader = threads.scheduler("reader");
        this.results = threads.scheduler("results");
        this.listener = threads.scheduler("listener");
    }

    TaskThreads bodies() {
        return bodies;
    }

    Executor reader() {
        return action -> reader.execute(guarded(action));
    }

    /** Reads results for callers who do not wait: it makes no thread before somebody asks. */
    Executor results() {
        return results;
    }

    Executor listener() {
        return listener;
    }

    /**
     * A thread for what a caller does when an execution has ended: it may take as long as it likes, and nobody waits for
     * it. After the engine has ended there is only the thread that asks.
     */
    Executor callbacks(String execution) {
        return callback -> {
            try {
                callbacks.start(execution, "result", callback);
            } catch (RejectedExecutionException ended) {
                LOG.debug("{}: the engine has ended; a callback runs on the thread that asked for it", worker, ended);
                callback.run();
            }
        };
    }

    /** Runs a short, non-blocking action later; after the engine has ended it does nothing. */
    @Override
    public Timer after(Duration delay, Runnable action) {
        try {
            ScheduledFuture<?> future = timer.schedule(guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine has ended; a timer is not set", worker, closed);
            return () -> {};
        }
    }

    void beatEvery(Duration interval, Runnable beat) {
        heartbeat.scheduleWithFixedDelay(guarded(beat), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    void watchEvery(Duration interval, Runnable watch) {
        timer.scheduleWithFixedDelay(guarded(watch), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs an action that may block for a few reads. */
    void maintain(Duration delay, Runnable action) {
        try {
            maintenance.schedule(guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the engine has ended; maintenance is not planned", worker, closed);
        }
    }

    /** An action of ours that fails is a fault of ours; the thread goes on. */
    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                LOG.error("{}: an action of the engine failed unexpectedly; please report this", worker, e);
            }
        };
    }

    /** Ends timers, maintenance and reads: nothing new comes up. What is under way is waited for and not interrupted. */
    void endMaintenance(Duration patience) throws InterruptedException {
        List<ScheduledExecutorService> ending = List.of(timer, maintenance, reader);
        ending.forEach(ScheduledExecutorService::shutdown);
        await(ending, patience);
    }

    /** Ends everything and waits for nothing. */
    void endAtOnce() {
        List.of(timer, maintenance, reader, results, heartbeat, listener)
                .forEach(ScheduledExecutorService::shutdownNow);
    }

    /** Takes no more callbacks; those that run go on. */
    void endCallbacks() {
        callbacks.end();
    }

    /** Ends heartbeats, last of all; listeners hear what is already queued, and results that are there are read. */
    void end(Duration patience) throws InterruptedException {
        heartbeat.shutdown();
        listener.shutdown();
        results.shutdown();
        await(List.of(results, heartbeat, listener), patience);
        endAtOnce();
    }

    private static void await(List<ScheduledExecutorService> ending, Duration patience) throws InterruptedException {
        for (ScheduledExecutorService executor : ending) {
            executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
