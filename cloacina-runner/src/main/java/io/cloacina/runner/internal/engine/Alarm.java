package io.cloacina.runner.internal.engine;

import io.cloacina.ports.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Rings once at the earliest time it was set to. Whoever set it to a later time is served by what follows the ringing: the
 * store is asked what comes next. Thread-safe.
 */
final class Alarm {

    private final TimeSource time;
    private final Timers timers;
    private final Runnable ring;
    private Timers.@Nullable Timer timer;
    private long ringsAt;

    Alarm(TimeSource time, Timers timers, Runnable ring) {
        this.time = time;
        this.timers = timers;
        this.ring = ring;
    }

    /** Rings in that time, unless it will ring before. */
    synchronized void in(Duration delay) {
        long wanted = time.nanoTime() + delay.toNanos();
        if (timer == null || wanted - ringsAt < 0) {
            silence();
            ringsAt = wanted;
            timer = timers.after(delay, this::rings);
        }
    }

    synchronized void silence() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void rings() {
        synchronized (this) {
            timer = null;
        }
        ring.run();
    }
}
