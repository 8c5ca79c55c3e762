package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of a merged context: where each comes from, before any value is read. See {@link ContextMerge}. Immutable. */
public final class MergedKeys {

    private final Ancestry graph;
    private final ConflictPolicy policy;
    private final Map<String, List<Integer>> nearest;

    MergedKeys(Ancestry graph, ConflictPolicy policy, Map<String, List<Integer>> nearest) {
        this.graph = graph;
        this.policy = policy;
        this.nearest = new TreeMap<>(nearest);
        if (policy instanceof ConflictPolicy.Fail) {
            this.nearest.forEach(this::refuseConflict);
        }
    }

    private void refuseConflict(String key, List<Integer> writers) {
        if (isConflict(writers)) {
            throw new ContextConflictException(key, graph.id(writers.get(0)), graph.id(last(writers)));
        }
    }

    private static boolean isConflict(List<Integer> writers) {
        return writers.size() > 1;
    }

    private static Integer last(List<Integer> writers) {
        return writers.get(writers.size() - 1);
    }

    /** Whose values {@link #values} needs: ordinals of completed tasks, and {@link KeyMap#INITIAL}. */
    public Set<Integer> valuesNeeded() {
        Set<Integer> needed = new TreeSet<>();
        nearest.values().forEach(writers -> needed.addAll(asked(writers)));
        return needed;
    }

    /** Those of the nearest writers whose values matter. */
    private List<Integer> asked(List<Integer> writers) {
        return policy instanceof ConflictPolicy.Merge ? writers : List.of(last(writers));
    }

    /**
     * The merged context. Runs the merge function, if that is the policy and there is a conflict.
     *
     * @param written what each of {@link #valuesNeeded()} wrote, by writer
     * @throws UnreadableContextException if one of them is missing
     */
    public MergedContext values(Map<Integer, JsonObject> written) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        Map<String, Integer> inherited = new LinkedHashMap<>();
        Set<String> resolved = new TreeSet<>();
        nearest.forEach((key, writers) -> {
            value(key, writers, written).ifPresent(value -> values.put(key, value));
            if (isConflict(writers)) {
                resolved.add(key);
            } else {
                inherited.put(key, last(writers));
            }
        });
        return new MergedContext(new JsonObject(values), new KeyMap(inherited), resolved);
    }

    /** The value of a key, or empty when it was removed. */
    private Optional<JsonValue> value(String key, List<Integer> writers, Map<Integer, JsonObject> written) {
        List<JsonValue> candidates = asked(writers).stream()
                .map(writer -> valueOf(key, writer, written))
                .flatMap(Optional::stream)
                .toList();
        if (policy instanceof ConflictPolicy.Merge merge && isConflict(writers) && !candidates.isEmpty()) {
            JsonValue merged = merge.function().merge(key, candidates);
            return Optional.of(
                    Objects.requireNonNull(merged, () -> "merge function's value of key " + KeyText.quoted(key)));
        }
        return candidates.stream().findFirst();
    }

    private Optional<JsonValue> valueOf(String key, Integer writer, Map<Integer, JsonObject> written) {
        JsonObject values = written.get(writer);
        if (values == null) {
            throw UnreadableContextException.missing(graph, writer);
        }
        return values.get(key);
    }
}
