package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What invariants may look at, and where they complain. */
public interface Court {

    Plan plan();

    /** What the database holds. */
    ExecutionQueries stored();

    Journal journal();

    List<Handed> handed();

    /** The workflow of a stored definition, as it was planned. */
    Blueprint blueprint(UUID definition);

    /** What the engine tells callers of each execution, at the end. */
    Map<ExecutionId, ExecutionResult> results();

    /** The execution as it is named in the trace. */
    String name(ExecutionId execution);

    void violated(String invariant, String how);
}
