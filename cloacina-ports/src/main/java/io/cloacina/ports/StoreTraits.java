package io.cloacina.ports;

import java.time.Duration;

/**
 * What one kind of store can do, declared as values: the engine and the contract suite ask these and never the name.
 *
 * @param name the backend's name, for messages only
 * @param timePrecision the smallest difference between two stored times
 * @param maxWriters how many transactions may usefully run at once; 1 means that writers queue
 * @param clock whose clock decides about leases, due times and time-outs
 * @param wakeUps how other processes' work is noticed
 * @param durability what a commit survives
 * @param sharing who may open the same database at once
 */
public record StoreTraits(
        String name,
        Duration timePrecision,
        int maxWriters,
        ClockSource clock,
        WakeUpKind wakeUps,
        Durability durability,
        Sharing sharing) {

    /** Whose clock decides. */
    public enum ClockSource {
        /** The database's own: runners' clocks do not matter. */
        DATABASE,
        /** The clock given to the store when it was opened. */
        RUNNER
    }

    /** How other processes' work is noticed. */
    public enum WakeUpKind {
        /** The store calls back. */
        PUSH,
        /** The engine asks. */
        POLL
    }

    /** What a commit survives, each including the ones above it. */
    public enum Durability {
        /** Nothing: gone with the store. */
        NONE,
        /** kill -9 of any runner. */
        PROCESS_CRASH,
        /** Power loss with an honest disk. */
        POWER_LOSS
    }

    /** Who may open the same database at once. */
    public enum Sharing {
        /** Only the store that made it. */
        PRIVATE,
        /** Processes on one machine. */
        MACHINE,
        /** Processes anywhere. */
        NETWORK
    }
}
