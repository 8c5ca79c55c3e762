package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks executions that the registered workflow of their name cannot carry on, visibly and once; and takes the mark away
 * where it can again. A parked execution is neither failed nor dropped: it goes on as soon as a runner can serve it.
 */
final class Parking {

    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private final EngineContext engine;

    Parking(EngineContext engine) {
        this.engine = engine;
    }

    /** One look. Costs one read, or none while every stored definition can be served. Throws nothing. */
    void look() {
        try {
            engine.definitions().unfit().forEach((definition, reason) -> move(Set.of(definition), false, reason));
            move(engine.definitions().served(), true, null);
        } catch (StoreException e) {
            LOG.warn("{}: could not look for executions to park; looking again at the next sweep", engine.worker(), e);
        }
    }

    private void move(Collection<UUID> definitions, boolean parked, @Nullable String reason) {
        if (!definitions.isEmpty()) {
            List<ExecutionId> executions = engine.store().queries().openExecutions(definitions, parked, PAGE);
            if (!executions.isEmpty()) {
                mark(executions, reason);
            }
        }
    }

    private void mark(List<ExecutionId> executions, @Nullable String reason) {
        EventLog log = new EventLog(engine.worker());
        engine.store().transact(Lane.WORK, tx -> {
            List<ExecutionId> open = tx.lock(executions).stream()
                    .filter(execution -> !execution.status().isTerminal())
                    .map(LockedExecution::id)
                    .toList();
            tx.park(open, reason);
            open.forEach(execution -> log.parked(execution, reason));
            tx.record(log.events());
            return open.size();
        });
        LOG.warn(
                "{}: {} executions {}",
                engine.worker(),
                executions.size(),
                reason == null ? "can go on again" : "are parked: " + reason);
    }
}
