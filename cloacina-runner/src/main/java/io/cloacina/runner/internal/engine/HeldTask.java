package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.ports.Claim;
import io.cloacina.runner.internal.system.RunningBody;
import org.jspecify.annotations.Nullable;

/**
 * A claim this runner holds, and the body that runs under it. Its fate is decided once, by whoever comes first: the body
 * that returned, the time-out, or the loss of the lease. Thread-safe.
 */
final class HeldTask {

    private final Claim claim;
    private long stopsItselfAt;
    private boolean decided;
    private boolean stopRequested;
    private @Nullable RunningBody body;

    HeldTask(Claim claim, long stopsItselfAt) {
        this.claim = claim;
        this.stopsItselfAt = stopsItselfAt;
    }

    Claim claim() {
        return claim;
    }

    ClaimRef ref() {
        return claim.ref();
    }

    /** True for exactly one caller: the one who may say how this claim ends. */
    synchronized boolean decide() {
        boolean first = !decided;
        decided = true;
        return first;
    }

    synchronized boolean isDecided() {
        return decided;
    }

    /** The body was handed to its thread. */
    void runs(RunningBody running) {
        boolean interrupt;
        synchronized (this) {
            body = running;
            interrupt = stopRequested;
        }
        if (interrupt) {
            running.interrupt();
        }
    }

    /** Asks the body to stop: it sees the cancel signal and is interrupted. */
    void requestStop() {
        RunningBody running;
        synchronized (this) {
            stopRequested = true;
            running = body;
        }
        if (running != null) {
            running.interrupt();
        }
    }

    synchronized boolean isStopRequested() {
        return stopRequested;
    }

    /** A heartbeat went through: the claim is safe until then, in monotonic nanoseconds. */
    synchronized void extendTo(long newStopsItselfAt) {
        stopsItselfAt = newStopsItselfAt;
    }

    /** Whether the last heartbeat is so old that somebody else may soon take the task. */
    synchronized boolean isUnsafeAt(long nanoTime) {
        return nanoTime - stopsItselfAt >= 0;
    }
}
