package io.cloacina.runner.internal.engine;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ContextReads;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Reads final contexts: what the last tasks of an execution left, merged by the rule of its workflow. Thread-safe. */
public final class FinalContexts {

    private final ContextReads reads;
    private final Definitions definitions;

    public FinalContexts(ContextReads reads, Definitions definitions) {
        this.reads = reads;
        this.definitions = definitions;
    }

    /**
     * Reads what the final context of a terminal execution is made of.
     *
     * @param completed the ordinals of its tasks that completed
     * @return makes the context; runs the workflow's merge function, if it has one, and throws a {@link
     *     io.cloacina.domain.CloacinaException} if a stored context is damaged, or if the leaves left a conflict that the
     *     workflow refuses
     * @throws io.cloacina.ports.StoreException if the store cannot be read now
     */
    public Supplier<Context> of(ExecutionId execution, WorkflowDefinition definition, Set<Integer> completed) {
        Confluence end = new Confluence(execution, definition, policy(definition), Confluence.AT_END);
        var inheritances = Inheritances.read(List.of(end), reads, confluence -> completed::contains);
        Inheritances.Inheritance inheritance = Objects.requireNonNull(inheritances.get(end));
        return () -> inheritance.merge().toContext();
    }

    /** An execution of a workflow that is not registered here has no merge function: the last declared wins. */
    private ConflictPolicy policy(WorkflowDefinition definition) {
        boolean unknown = definition.conflictMode() == ConflictPolicy.Mode.MERGE
                && definitions.workflow(definition.name()).isEmpty();
        return unknown ? ConflictPolicy.lastDeclared() : definitions.conflictPolicy(definition);
    }
}
