package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.TimeSource;
import io.cloacina.runner.RunnerSettings;
import java.util.random.RandomGenerator;

/**
 * What the parts of one engine share.
 *
 * @param worker the id of this runner: unique among all runners of the database. Each of its write loops claims under it
 *     and its own number
 * @param halt called once the store turned out unusable: nothing more is claimed or accepted
 */
public record EngineContext(
        String worker,
        RunnerSettings settings,
        ExecutionStore store,
        TimeSource time,
        Timers timers,
        RandomGenerator random,
        Definitions definitions,
        RecentContexts contexts,
        Slots slots,
        HeldTasks held,
        Quarantine quarantine,
        Waiters waiters,
        Halt halt) {

    void stop(RuntimeException why) {
        halt.because(why);
    }

    /**
     * A read failed. Stops the engine if the store is unusable, which a runner that has nothing to write would not notice
     * otherwise.
     *
     * @return whether it was stopped
     */
    boolean stopIfUnusable(StoreException failure) {
        boolean unusable = failure instanceof StoreException.Unusable;
        if (unusable) {
            stop(failure);
        }
        return unusable;
    }

    /** Leaves this execution alone: it has a row that cannot be read. */
    void setAside(StoreException.Unreadable why) {
        quarantine.add(why, time.nanoTime());
    }

    boolean isSetAside(ExecutionId execution) {
        return quarantine.holds(execution, time.nanoTime());
    }

    /** How an engine stops itself. */
    @FunctionalInterface
    interface Halt {
        void because(RuntimeException why);
    }
}
