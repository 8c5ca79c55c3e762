package io.cloacina.runner.internal.engine;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.ContextMerge;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ContextRef;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A place where contexts flow together: before a task of an execution, or at its end.
 *
 * @param task the ordinal of the task, or {@link #AT_END}
 */
record Confluence(ExecutionId execution, WorkflowDefinition definition, ConflictPolicy policy, int task) {

    /** Behind all tasks: the final context. */
    static final int AT_END = -1;

    ContextMerge merge(IntPredicate completed) {
        return task == AT_END
                ? ContextMerge.resultOf(definition.graph(), policy, completed)
                : ContextMerge.inputOf(definition.graph(), task, policy, completed);
    }

    List<ContextRef> refs(Collection<Integer> writers) {
        return writers.stream().map(writer -> new ContextRef(execution, writer)).toList();
    }

    /** The rest follows from the execution. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Confluence that && task == that.task && execution.equals(that.execution);
    }

    @Override
    public int hashCode() {
        return 31 * execution.hashCode() + task;
    }
}
