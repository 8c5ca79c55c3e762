package io.cloacina.domain.workflow;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a property on many generated cases. A failure names the seed, with which the case can be had again. */
public final class SeededCases {

    private SeededCases() {}

    /** Runs the property with the seeds from 0 on. */
    public static void check(int cases, Consumer<SplittableRandom> property) {
        for (long seed = 0; seed < cases; seed++) {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
