package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import java.util.LinkedHashSet;
import java.util.Set;

/** The executions that were started here last: whoever waits for their end waits here, as a rule. Bounded. Thread-safe. */
final class RecentStarts {

    private static final int MOST = 10_000;

    private final Set<ExecutionId> recent = new LinkedHashSet<>();

    synchronized void add(ExecutionId execution) {
        if (recent.add(execution) && recent.size() > MOST) {
            var oldest = recent.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(ExecutionId execution) {
        return recent.contains(execution);
    }
}
