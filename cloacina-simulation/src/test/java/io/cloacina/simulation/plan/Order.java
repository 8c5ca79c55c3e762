package io.cloacina.simulation.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An execution to be started.
 *
 * @param number its number among all orders
 * @param input what makes its input differ from others'
 * @param poisoned whether the store refuses its input
 */
public record Order(
        int number,
        String workflow,
        int input,
        boolean poisoned,
        @Nullable String key,
        int priority,
        @Nullable Duration timeout) {}
