package io.cloacina.ports;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a store has to do now and next. Times are distances from now by the store's clock, zero when already past.
 *
 * @param claimable whether a task of the asked definitions can be claimed now
 * @param nextDue until the next task, of any definition, that waits for its due time; zero calls for {@link
 *     StoreTransaction#promoteDue}; null for none
 * @param nextDeadline until the next execution, of any definition, runs out of time; null for none
 */
public record Agenda(
        boolean claimable,
        @Nullable Duration nextDue,
        @Nullable Duration nextDeadline) {}
