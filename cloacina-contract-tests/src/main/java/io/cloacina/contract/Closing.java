package io.cloacina.contract;

import io.cloacina.ports.ExecutionStore;
import java.util.EnumSet;
import java.util.Set;

/** A store that is closed by another thread, while the caller is in the middle of something. */
final class Closing {

    private static final Set<Thread.State> WAITS =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final Thread closer;
    private volatile boolean begun;

    Closing(ExecutionStore store) {
        this.closer = new Thread(
                () -> {
                    begun = true;
                    store.close();
                },
                "closer");
        closer.setDaemon(true);
    }

    /** Returns when the store is closed, or its closing waits for somebody. */
    void begin() {
        closer.start();
        while (!begun || !WAITS.contains(closer.getState())) {
            Thread.onSpinWait();
        }
    }

    /** Whether the store has been closed. */
    boolean isOver() {
        return begun && !closer.isAlive();
    }

    /** Returns when the store is closed. */
    void end() {
        try {
            closer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the store was being closed", interrupted);
        }
    }
}
