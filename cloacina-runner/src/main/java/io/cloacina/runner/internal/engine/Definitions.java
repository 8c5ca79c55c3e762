package io.cloacina.runner.internal.engine;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TimeSource;
import io.cloacina.runner.internal.json.DefinitionCodec;
import io.cloacina.runner.internal.system.Signal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The stored definitions this runner knows, and which of them it can serve. An execution goes on by its <em>stored</em>
 * graph, whatever the registered workflow looks like today; it can be served while every task of that graph has a
 * registered body. Thread-safe.
 */
public final class Definitions {

    private final ExecutionStore store;
    private final Map<String, Workflow> registered;
    private final Map<UUID, WorkflowDefinition> known = new ConcurrentHashMap<>();
    private final Map<UUID, String> unfit = new ConcurrentHashMap<>();
    private volatile Set<UUID> served = Set.of();

    Definitions(ExecutionStore store, Collection<Workflow> workflows) {
        this.store = store;
        this.registered = new LinkedHashMap<>();
        workflows.forEach(workflow -> registered.put(workflow.name(), workflow));
    }

    /**
     * Stores the registered definitions and looks which others are there. What is rolled back because of other writers is
     * tried again, as everything that is written later is, for as long as a caller's request is kept.
     *
     * @param rest is never given: what waits for it rests
     * @throws StoreException if they cannot be stored, or could not be for so long
     */
    void register(TimeSource time, Pauses pauses, Signal rest) {
        List<WorkflowDefinition> definitions =
                registered.values().stream().map(Workflow::definition).toList();
        define(definitions.stream().map(DefinitionCodec::toStored).toList(), time, pauses, rest);
        definitions.forEach(definition -> known.put(definition.id(), definition));
        refresh();
    }

    private void define(List<StoredDefinition> definitions, TimeSource time, Pauses pauses, Signal rest) {
        long since = time.nanoTime();
        while (true) {
            try {
                store.define(definitions);
                return;
            } catch (StoreException.Contended e) {
                Duration pause = pauses.next();
                long waited = time.nanoTime() - since + pause.toNanos();
                if (waited > WriteLoop.PATIENCE.toNanos() || !rested(rest, pause)) {
                    throw e;
                }
            }
        }
    }

    /** Whether the pause is over; an interrupt ends it before, and stays set. */
    private static boolean rested(Signal rest, Duration pause) {
        try {
            rest.await(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Looks for versions that other runners stored since: one read, and one more for each that is new. */
    void refresh() {
        if (registered.isEmpty()) {
            return;
        }
        store.queries().definitionIds(registered.keySet()).forEach(this::load);
        served = known.values().stream()
                .filter(definition -> registered.containsKey(definition.name()))
                .map(WorkflowDefinition::id)
                .filter(id -> !unfit.containsKey(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void learn(StoredDefinition stored) {
        try {
            WorkflowDefinition definition = DefinitionCodec.fromStored(stored);
            workflow(stored.name())
                    .flatMap(workflow -> misfit(definition, workflow))
                    .ifPresent(reason -> unfit.put(stored.id(), reason));
            known.put(stored.id(), definition);
        } catch (MalformedDefinitionException e) {
            if (registered.containsKey(stored.name())) {
                unfit.put(stored.id(), "its stored definition cannot be read: " + e.getMessage());
            }
        }
    }

    private static Optional<String> misfit(WorkflowDefinition stored, Workflow workflow) {
        if (stored.conflictMode() == ConflictPolicy.Mode.MERGE
                && workflow.conflictPolicy().mode() != ConflictPolicy.Mode.MERGE) {
            return Optional.of(
                    "it runs by version " + stored.version() + ", which merges conflicts by a function that the"
                            + " registered version " + workflow.version() + " does not have");
        }
        List<String> missing = stored.graph().ids().stream()
                .filter(task -> !workflow.definition().graph().contains(task))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it runs by version " + stored.version() + ", and the registered version "
                        + workflow.version() + " has no task " + String.join(", ", missing));
    }

    /** The definitions whose tasks this runner may claim. */
    Set<UUID> served() {
        return served;
    }

    /** Definitions of registered names that cannot be served, each with the reason; in one order in every process. */
    Map<UUID, String> unfit() {
        return Collections.unmodifiableMap(new TreeMap<>(unfit));
    }

    public Optional<String> whyUnfit(UUID definition) {
        return Optional.ofNullable(unfit.get(definition));
    }

    /** A definition that was learnt before. Reads nothing. */
    public Optional<WorkflowDefinition> find(UUID definition) {
        return Optional.ofNullable(known.get(definition));
    }

    /** A definition, read from the store unless it is known; empty if there is none or it cannot be read. */
    public Optional<WorkflowDefinition> load(UUID definition) {
        if (!known.containsKey(definition) && !unfit.containsKey(definition)) {
            store.queries().definition(definition).ifPresent(this::learn);
        }
        return find(definition);
    }

    /** The definition of a claimed task: claims are made of served definitions only. */
    WorkflowDefinition require(UUID definition) {
        return find(definition)
                .orElseThrow(() -> new IllegalStateException("definition " + definition + " is not known"));
    }

    /** What happens on a conflict in executions of a definition: its stored mode, with the registered merge function. */
    public ConflictPolicy conflictPolicy(WorkflowDefinition definition) {
        return switch (definition.conflictMode()) {
            case LAST_DECLARED -> ConflictPolicy.lastDeclared();
            case FAIL -> ConflictPolicy.fail();
            case MERGE -> workflowOf(definition).conflictPolicy();
        };
    }

    /** The registered workflow of that name. */
    public Optional<Workflow> workflow(String name) {
        return Optional.ofNullable(registered.get(name));
    }

    /** The registered workflow that runs a served definition. */
    Workflow workflowOf(WorkflowDefinition definition) {
        return workflow(definition.name())
                .orElseThrow(() -> new IllegalStateException("workflow " + definition.name() + " is not registered"));
    }

    public Collection<String> names() {
        return registered.keySet();
    }
}
