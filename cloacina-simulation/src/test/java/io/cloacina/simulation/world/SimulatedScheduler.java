package io.cloacina.simulation.world;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One thread in virtual time: while an action waits in the middle, the next ones wait behind it. */
final class SimulatedScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final Host host;
    private final Queue<PutOff> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean closed;

    SimulatedScheduler(Host host) {
        this.host = host;
    }

    Host host() {
        return host;
    }

    @Override
    public void execute(Runnable action) {
        schedule(action, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
        if (closed) {
            throw new RejectedExecutionException("nothing is put off any more");
        }
        PutOff putOff = new PutOff(this, action);
        if (delay <= 0) {
            waiting.add(putOff); // at once means in this order
            host.post(Duration.ZERO, this::next);
        } else {
            host.post(Duration.ofNanos(unit.toNanos(delay)), () -> due(putOff));
        }
        return putOff;
    }

    private void due(PutOff putOff) {
        if (!closed && !putOff.isDone()) {
            waiting.add(putOff);
            next();
        }
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        try {
            waiting.remove().run();
        } finally {
            busy = false;
            if (!waiting.isEmpty()) {
                host.post(Duration.ZERO, this::next);
            }
        }
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable action, long initial, long delay, TimeUnit unit) {
        return schedule(() -> repeat(action, delay, unit), initial, unit);
    }

    private void repeat(Runnable action, long delay, TimeUnit unit) {
        action.run();
        if (!closed) {
            schedule(() -> repeat(action, delay, unit), delay, unit);
        }
    }

    @Override
    public void shutdown() {
        closed = true;
        waiting.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return closed && !busy;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return host.world().await(this::isTerminated, Duration.ofNanos(unit.toNanos(timeout)));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> action, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("the engine never asks for it");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable action, long initial, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("the engine never asks for it");
    }
}
