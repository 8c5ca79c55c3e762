package io.cloacina.runner.internal.engine;

import io.cloacina.runner.internal.system.RunnerThreads;
import io.cloacina.runner.internal.system.TaskThreads;
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
    private final ScheduledExecutorService timer;
    private final ScheduledExecutorService heartbeat;
    private final ScheduledExecutorService maintenance;
    private final ScheduledExecutorService reader;
    private final ScheduledExecutorService listener;

    EngineThreads(String worker, RunnerThreads threads) {
        this.worker = worker;
        this.bodies = threads.tasks();
        this.timer = threads.scheduler("timer");
        this.heartbeat = threads.scheduler("heartbeat");
        this.maintenance = threads.scheduler("maintenance");
        this.reader = threads.scheduler("reader");
        this.listener = threads.scheduler("listener");
    }

    TaskThreads bodies() {
        return bodies;
    }

    Executor reader() {
        return reader;
    }

    Executor listener() {
        return listener;
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

    /** Ends timers, maintenance and reads: nothing new comes up. */
    void endMaintenance() {
        List.of(timer, maintenance, reader).forEach(ScheduledExecutorService::shutdownNow);
    }

    /** Ends everything and waits for nothing. */
    void endAtOnce() {
        List.of(timer, maintenance, reader, heartbeat, listener).forEach(ScheduledExecutorService::shutdownNow);
    }

    /** Ends heartbeats, last of all; listeners hear what is already queued. */
    void end(Duration patience) throws InterruptedException {
        heartbeat.shutdownNow();
        listener.shutdown();
        for (ScheduledExecutorService executor : List.of(timer, maintenance, reader, heartbeat, listener)) {
            executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
        listener.shutdownNow();
    }
}
