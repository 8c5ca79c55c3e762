package io.cloacina.ports;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.notBlank;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
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

    private static final String WORKFLOW = "the workflow of a filter";

    /** @throws RefusedArgumentException if the statuses are null, the workflow is blank or no name, or the limit is out of bounds */
    public ExecutionFilter {
        if (workflow != null) {
            notBlank(workflow, WORKFLOW, "give null to list the executions of all");
            requireStorable(workflow);
        }
        statuses = Set.copyOf(allGiven(statuses, "the statuses of a filter", "give an empty set to list them all"));
        within(1, MAX_LIMIT, limit, "the limit of a filter");
    }

    /** What no name of a workflow holds, one database compares and another one refuses. */
    private static void requireStorable(String name) {
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new RefusedArgumentException(
                    WORKFLOW,
                    "holds a control character or an unpaired surrogate, as no name of a workflow does",
                    "give the name of one");
        }
    }
}
