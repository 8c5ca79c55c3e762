package io.cloacina.runner.internal.engine;

import java.time.Duration;

/**
 * How long a write loop waits for company. Callers who wait for their commits ask again as soon as they are answered: a group
 * that began at once would hold those only who were not in the one before, and two halves would take turns at the disk. So for
 * half as long as the last commit took, and no longer than {@link #LONGEST}, the next one waits for as many requests as callers
 * were answered. Not thread-safe.
 */
final class Gathering {

    /** A commit that took very long met something that may take as long again. */
    private static final long LONGEST = Duration.ofMillis(10).toNanos();

    /** More callers than that were one call, or bring enough company for each other. */
    private static final int MOST_AWAITED = 32;

    private int answered;
    private long until;

    /** A commit answered these callers. Times are monotonic nanoseconds. */
    void answered(long callers, long begunAt, long now) {
        answered = callers <= MOST_AWAITED ? (int) callers : 0;
        until = now + Math.min((now - begunAt) / 2, LONGEST);
    }

    /** How much longer to wait when so many requests are there; zero if no more. */
    Duration patience(int waiting, long now) {
        return waiting >= answered || until - now <= 0 ? Duration.ZERO : Duration.ofNanos(until - now);
    }
}
