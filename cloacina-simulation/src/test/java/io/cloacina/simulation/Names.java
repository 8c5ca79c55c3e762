package io.cloacina.simulation;

import io.cloacina.domain.execution.ExecutionId;
import java.util.HashMap;
import java.util.Map;

/** Short names of executions: the numbers of the orders they come from. */
final class Names {

    private final Map<ExecutionId, String> names = new HashMap<>();

    void name(ExecutionId execution, int order) {
        names.put(execution, "x" + order);
    }

    String of(ExecutionId execution) {
        return names.getOrDefault(execution, execution.toString());
    }
}
