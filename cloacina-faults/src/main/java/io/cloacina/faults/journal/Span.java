package io.cloacina.faults.journal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of time, in microseconds since 1970.
 *
 * @param until not before {@code since}
 */
public record Span(long since, long until) {

    private static final long MICROS = 1_000;

    /** The milliseconds before a moment. */
    public static Span before(long moment, long millis) {
        return new Span(moment - millis * MICROS, moment);
    }

    /** For how many microseconds of this one at least one of the others went on. */
    public long covered(Stream<Span> others) {
        List<Span> inOrder =
                others.sorted(Comparator.comparingLong(Span::since)).toList();
        long covered = 0;
        long from = since;
        for (Span other : inOrder) {
            long begin = Math.max(from, other.since);
            long end = Math.min(until, other.until);
            covered += Math.max(0, end - begin);
            from = Math.max(from, end);
        }
        return covered;
    }

    /** How long it is. */
    public long micros() {
        return until - since;
    }

    boolean holds(long moment) {
        return since <= moment && moment <= until;
    }
}
