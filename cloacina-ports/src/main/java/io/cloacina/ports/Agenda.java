package io.cloacina.ports;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a store has to do now and next. Times are distances from now by the store's clock, zero when already past.
 *
 * @param claimable whether a task of the asked definitions can be claimed now
 * @param nextDue until the next task that waits for its due time; null for none
 * @param nextDeadline until the next execution time-out; null for none
 */
public record Agenda(
        boolean claimable,
        @Nullable Duration nextDue,
        @Nullable Duration nextDeadline) {}
