package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.LockedExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<UUID, Set<ExecutionId>> parkedHere = new HashMap<>();
    private final Set<UUID> servedElsewhere = new HashSet<>();

    Parking(EngineContext engine) {
        this.engine = engine;
    }

    /** One look. Costs one read per definition that does not fit, and one for all that do. Throws nothing. */
    void look() {
        try {
            engine.definitions().unfit().forEach(this::park);
            unpark(engine.definitions().served());
            engine.quarantine().toPark().forEach(this::parkUnreadable);
        } catch (StoreException e) {
            LOG.warn("{}: could not look for executions to park; looking again at the next sweep", engine.worker(), e);
        }
    }

    /** If an execution is found open again that was parked here, somebody serves its definition: it is left alone. */
    private void park(UUID definition, String reason) {
        if (servedElsewhere.contains(definition)) {
            return;
        }
        List<ExecutionId> open = engine.store().queries().openExecutions(Set.of(definition), false, PAGE).stream()
                .filter(execution -> !engine.isSetAside(execution))
                .toList();
        Set<ExecutionId> before = parkedHere.computeIfAbsent(definition, id -> new HashSet<>());
        if (open.stream().anyMatch(before::contains)) {
            servedElsewhere.add(definition);
            parkedHere.remove(definition);
        } else if (!open.isEmpty()) {
            before.addAll(mark(open, reason));
        }
    }

    private void unpark(Collection<UUID> definitions) {
        List<ExecutionId> parked =
                definitions.isEmpty() ? List.of() : engine.store().queries().openExecutions(definitions, true, PAGE);
        List<ExecutionId> goOn = parked.stream().filter(this::canBeRead).toList();
        if (!goOn.isEmpty()) {
            mark(goOn, null);
        }
    }

    private boolean canBeRead(ExecutionId execution) {
        if (engine.isSetAside(execution)) {
            return false;
        }
        try {
            engine.store().queries().find(execution);
            engine.store().queries().tasks(execution);
            return true;
        } catch (StoreException.Unreadable e) {
            engine.setAside(e);
            return false;
        }
    }

    /** Its row is written without being read, which locks it for the one statement. */
    private void parkUnreadable(ExecutionId execution, String reason) {
        try {
            List<ExecutionId> parked =
                    engine.store().transact(Lane.WORK, tx -> parkAndRecord(tx, List.of(execution), reason));
            if (!parked.isEmpty()) {
                LOG.warn("{}: execution {} is parked: {}", engine.worker(), execution, reason);
            }
        } catch (StoreException.Refused e) {
            LOG.warn("{}: execution {} cannot even be parked: {}", engine.worker(), execution, reason, e);
        }
        engine.quarantine().parked(execution);
    }

    /** Returns those that were marked: neither those that cannot be read nor those that have ended. */
    private List<ExecutionId> mark(List<ExecutionId> executions, @Nullable String reason) {
        List<ExecutionId> readable = new ArrayList<>(executions);
        while (!readable.isEmpty()) {
            try {
                List<ExecutionId> marked = markAll(readable, reason);
                tell(marked.size(), reason);
                return marked;
            } catch (StoreException.Unreadable e) {
                engine.setAside(e);
                if (!readable.remove(e.execution())) {
                    throw e;
                }
            }
        }
        return List.of();
    }

    private List<ExecutionId> markAll(List<ExecutionId> executions, @Nullable String reason) {
        return engine.store().transact(Lane.WORK, tx -> {
            List<ExecutionId> open = tx.lock(executions).stream()
                    .filter(execution -> !execution.status().isTerminal())
                    .map(LockedExecution::id)
                    .toList();
            return parkAndRecord(tx, open, reason);
        });
    }

    /** Recorded is what happened: not that somebody was there before with the same reason. */
    private List<ExecutionId> parkAndRecord(
            StoreTransaction tx, List<ExecutionId> executions, @Nullable String reason) {
        EventLog log = new EventLog(engine.worker());
        List<ExecutionId> changed = tx.park(executions, reason);
        changed.forEach(execution -> log.parked(execution, reason));
        tx.record(log.events());
        return changed;
    }

    private void tell(int marked, @Nullable String reason) {
        if (marked > 0) {
            String what = reason == null ? "can go on again" : "are parked: " + reason;
            LOG.warn("{}: {} executions {}", engine.worker(), marked, what);
        }
    }
}
