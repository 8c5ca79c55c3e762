package io.cloacina.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Begins whatever it is given a moment later, all of it side by side in virtual time. */
final class SimulatedBodies extends AbstractExecutorService {

    private final Host host;
    private int running;
    private boolean closed;

    SimulatedBodies(Host host) {
        this.host = host;
    }

    @Override
    public void execute(Runnable body) {
        if (closed) {
            throw new RejectedExecutionException("no body begins any more");
        }
        running++;
        host.post(Duration.ZERO, () -> run(body));
    }

    private void run(Runnable body) {
        try {
            body.run();
        } finally {
            running--;
        }
    }

    @Override
    public void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw new UnsupportedOperationException("the engine never asks for it");
    }

    @Override
    public boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return closed && running == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return host.world().await(this::isTerminated, Duration.ofNanos(unit.toNanos(timeout)));
    }
}
