package io.cloacina.simulation.world;

import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An action for later; the engine only ever cancels it. */
final class PutOff extends FutureTask<Object> implements ScheduledFuture<Object> {

    private final SimulatedScheduler scheduler;

    PutOff(SimulatedScheduler scheduler, Runnable action) {
        super(action, "done");
        this.scheduler = scheduler;
    }

    /** Nobody looks into these futures, so what they hold would be lost. */
    @Override
    protected void setException(Throwable thrown) {
        super.setException(thrown);
        if (!(thrown instanceof Killed)) {
            scheduler
                    .host()
                    .world()
                    .trace()
                    .violated(
                            scheduler.host().world().now(),
                            "nothing escapes a thread of the engine",
                            thrown.toString());
        }
    }

    @Override
    public long getDelay(TimeUnit unit) {
        throw new UnsupportedOperationException("the engine never asks for it");
    }

    @Override
    public int compareTo(Delayed other) {
        throw new UnsupportedOperationException("the engine never asks for it");
    }
}
