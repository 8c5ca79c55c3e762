package io.cloacina.simulation.world;

import io.cloacina.runner.internal.system.Signal;
import io.cloacina.runner.internal.system.TaskThreads;
import io.cloacina.runner.internal.system.Threads;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** The threads of a runner in virtual time. */
public final class SimulatedThreads implements Threads {

    private final Host host;

    public SimulatedThreads(Host host) {
        this.host = host;
    }

    @Override
    public Loop start(String role, Runnable loop) {
        SimulatedLoop started = new SimulatedLoop(loop);
        host.post(Duration.ZERO, started::run);
        return started;
    }

    @Override
    public ScheduledExecutorService scheduler(String role) {
        return new SimulatedScheduler(host);
    }

    @Override
    public TaskThreads tasks() {
        return new TaskThreads(host.name(), new SimulatedBodies(host));
    }

    @Override
    public Signal signal() {
        return new SimulatedSignal(host);
    }

    private final class SimulatedLoop implements Loop {

        private final Runnable loop;
        private @Nullable Thread thread;
        private boolean interrupted;
        private boolean ended;

        SimulatedLoop(Runnable loop) {
            this.loop = loop;
        }

        void run() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
            try {
                loop.run();
            } finally {
                thread = null;
                ended = true;
            }
        }

        @Override
        public void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        public void end(Duration patience) throws InterruptedException {
            host.world().await(() -> ended, patience);
            interrupt();
            host.world().await(() -> ended, Parking.FOR_EVER);
        }
    }
}
