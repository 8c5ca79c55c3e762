package io.cloacina.ports;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are listed.
 *
 * @param workflow only those of this workflow, or null for all
 * @param statuses only those in one of these, or empty for all
 * @param before only those with a smaller id: the last one of the page before; null for the first page
 * @param limit the size of a page, 1 to {@value #MAX_LIMIT}
 */
public record ExecutionFilter(
        @Nullable String workflow,
        Set<ExecutionStatus> statuses,
        @Nullable ExecutionId before,
        int limit) {

    /** The largest page. */
    public static final int MAX_LIMIT = 1000;

    public ExecutionFilter {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
