package io.cloacina.jpa.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** The columns of a claimed task that tell its place among the others; see {@link io.cloacina.jpa.StoreStatement#CLAIM}. */
final class ClaimColumns {

    /** Higher priorities first, within them the earlier due, then by execution and ordinal. */
    static final Comparator<Row> ORDER = Comparator.comparingInt((Row row) -> -priority(row))
            .thenComparing(ClaimColumns::dueAt)
            .thenComparing(row -> row.task(0));

    /** Told only by {@link io.cloacina.jpa.StoreStatement#CLAIM_AND_START}. */
    static final int STARTED = 8;

    private static final int DEFINITION = 3;
    private static final int PRIORITY = 6;
    private static final int DUE_AT = 7;

    private ClaimColumns() {}

    static UUID definition(Row row) {
        return row.uuid(DEFINITION);
    }

    static int priority(Row row) {
        return row.integer(PRIORITY);
    }

    static Instant dueAt(Row row) {
        return row.instant(DUE_AT);
    }
}
