package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.readiness.ContextValues;
import io.cloacina.domain.readiness.ContextValues.Glimpse;
import io.cloacina.domain.readiness.Opened;
import io.cloacina.domain.readiness.Progress;
import io.cloacina.domain.readiness.TaskStates;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The decision about the opened tasks of one execution while it is being made: what was read, and what is asked for. */
final class Deliberation {

    final ExecutionId execution;
    final WorkflowDefinition definition;
    final List<Opened> opened = new ArrayList<>();
    final Map<Integer, Glimpse> glimpses = new HashMap<>();
    private final Map<Integer, TaskStates.State> states = new HashMap<>();
    Progress progress = new Progress.Undecided(Ordinals.NONE, Map.of());

    Deliberation(ExecutionId execution, WorkflowDefinition definition) {
        this.execution = execution;
        this.definition = definition;
    }

    void decide() {
        progress = Progress.decide(definition, opened, TaskStates.of(states), ContextValues.of(glimpses));
    }

    Progress.Undecided question() {
        return (Progress.Undecided) progress;
    }

    void learn(TaskState state) {
        states.put(
                state.task().ordinal(),
                new TaskStates.State(state.status(), state.openDependencies(), state.unsuccessful()));
    }
}
