package io.cloacina.simulation.plan;

import java.time.Duration;

/**
 * What a body does on one attempt.
 *
 * @param takes how long, in virtual time
 */
public record Turn(Duration takes, Ending ending) {

    /** How it ends. */
    public enum Ending {
        /** Writes and returns. */
        RETURNS,
        /** Throws, and may be tried again. */
        THROWS,
        /** Throws what its retry policy never tries again. */
        THROWS_FOR_GOOD,
        /** Ignores interruption, then returns. */
        IS_DEAF,
        /** Writes what the store refuses. */
        WRITES_POISON
    }

    @Override
    public String toString() {
        return ending + "/" + takes;
    }
}
