package io.cloacina.runner.internal.engine;

/** Among which tasks a transaction looks for some to claim: each word includes those before it. */
enum Search {
    /** Those that it makes ready itself. */
    OWN,
    /** All that are ready. */
    READY,
    /** All that are ready, after those that have fallen due were made so. */
    DUE;

    Search and(Search other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
