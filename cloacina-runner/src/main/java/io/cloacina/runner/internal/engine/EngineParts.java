package io.cloacina.runner.internal.engine;

import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.IdSource;
import io.cloacina.ports.TimeSource;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.RunnerSettings;
import io.cloacina.runner.internal.system.Threads;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an engine is made of: everything it asks of the outside. */
public record EngineParts(
        RunnerSettings settings,
        List<Workflow> workflows,
        List<RunnerListener> listeners,
        ExecutionStore store,
        TimeSource time,
        IdSource ids,
        RandomGenerator random,
        Threads threads) {

    public EngineParts {
        workflows = List.copyOf(workflows);
        listeners = List.copyOf(listeners);
    }
}
