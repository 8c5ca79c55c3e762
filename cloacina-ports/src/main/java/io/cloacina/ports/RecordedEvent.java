package io.cloacina.ports;

import java.time.Instant;

/**
 * An event of the history.
 *
 * @param sequence its place: within one execution, later events have larger numbers (not without gaps)
 * @param at when it was written, by the store's clock
 */
public record RecordedEvent(long sequence, Instant at, ExecutionEvent event) {}
