package io.cloacina.runner.internal.engine;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.ContextMerge;
import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.MergedContext;
import io.cloacina.domain.context.MergedKeys;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ContextRef;
import io.cloacina.runner.internal.json.ContextCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads what flows into tasks, for many at once: the key maps of their dependencies in one statement, the values these
 * point to in another. Only where a dependency has no stored context, because it did not complete, is more looked at.
 *
 * <p>A context that cannot be read, or a conflict that the workflow refuses, concerns one task; the others are read all
 * the same.
 */
final class Inheritances {

    private final ContextReads reads;
    private final TaskOutcomes outcomes;
    private final Map<Confluence, ContextMerge> merges = new LinkedHashMap<>();
    private final Map<ContextRef, String> keyMaps = new HashMap<>();
    private final Map<Confluence, CloacinaException> problems = new HashMap<>();

    private Inheritances(ContextReads reads, TaskOutcomes outcomes) {
        this.reads = reads;
        this.outcomes = outcomes;
    }

    /** Which tasks of an execution completed. Asked only where a dependency may not have. */
    @FunctionalInterface
    interface TaskOutcomes {
        IntPredicate completedIn(Confluence confluence);
    }

    /** What flows into one place, or the problem that keeps it from being told. */
    @FunctionalInterface
    interface Inheritance {

        /**
         * The merged context. Runs the workflow's merge function, if it has one: never called inside a transaction for
         * such a workflow.
         *
         * @throws CloacinaException if a stored context cannot be read, or on a conflict that is refused
         */
        MergedContext merge();
    }

    /** Reads what flows into these places. */
    static Map<Confluence, Inheritance> read(
            Collection<Confluence> confluences, ContextReads reads, TaskOutcomes outcomes) {
        return new Inheritances(reads, outcomes).read(confluences);
    }

    private Map<Confluence, Inheritance> read(Collection<Confluence> confluences) {
        confluences.forEach(confluence -> merges.put(confluence, confluence.merge(task -> true)));
        readKeyMaps();
        merges.replaceAll((confluence, merge) ->
                lacksKeyMaps(confluence, merge) ? confluence.merge(outcomes.completedIn(confluence)) : merge);
        readKeyMaps();
        return readValues(mergeKeys());
    }

    private void readKeyMaps() {
        Set<ContextRef> needed = new HashSet<>();
        merges.forEach((confluence, merge) -> needed.addAll(confluence.refs(merge.keyMapsNeeded())));
        needed.removeAll(keyMaps.keySet());
        keyMaps.putAll(reads.contextKeys(needed));
    }

    private boolean lacksKeyMaps(Confluence confluence, ContextMerge merge) {
        return !keyMaps.keySet().containsAll(confluence.refs(merge.keyMapsNeeded()));
    }

    private Map<Confluence, MergedKeys> mergeKeys() {
        Map<Confluence, MergedKeys> merged = new LinkedHashMap<>();
        merges.forEach((confluence, merge) ->
                guarded(confluence, () -> merged.put(confluence, merge.keys(keyMapsOf(confluence, merge)))));
        return merged;
    }

    private Map<Integer, KeyMap> keyMapsOf(Confluence confluence, ContextMerge merge) {
        Map<Integer, KeyMap> stored = new HashMap<>();
        for (ContextRef ref : confluence.refs(merge.keyMapsNeeded())) {
            String text = keyMaps.get(ref);
            if (text != null) {
                stored.put(ref.writer(), ContextCodec.keys(ref, text));
            }
        }
        return stored;
    }

    private Map<Confluence, Inheritance> readValues(Map<Confluence, MergedKeys> merged) {
        Set<ContextRef> needed = new HashSet<>();
        merged.forEach((confluence, keys) -> needed.addAll(confluence.refs(keys.valuesNeeded())));
        Map<ContextRef, String> written = reads.contextValues(needed);
        Map<Confluence, Inheritance> inheritances = new LinkedHashMap<>();
        merged.forEach((confluence, keys) ->
                inheritances.put(confluence, () -> keys.values(valuesOf(confluence, keys, written))));
        problems.forEach((confluence, problem) -> inheritances.put(confluence, () -> {
            throw problem;
        }));
        return inheritances;
    }

    private static Map<Integer, JsonObject> valuesOf(
            Confluence confluence, MergedKeys keys, Map<ContextRef, String> written) {
        Map<Integer, JsonObject> values = new HashMap<>();
        for (ContextRef ref : confluence.refs(keys.valuesNeeded())) {
            String text = written.get(ref);
            if (text != null) {
                values.put(ref.writer(), ContextCodec.written(ref, text));
            }
        }
        return values;
    }

    private void guarded(Confluence confluence, Runnable step) {
        try {
            step.run();
        } catch (CloacinaException e) {
            problems.put(confluence, e);
        }
    }
}
