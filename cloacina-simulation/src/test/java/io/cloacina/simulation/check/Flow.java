package io.cloacina.simulation.check;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Chore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How contexts flow, computed from the rule as the semantics state it: each key has the value of its nearest writer. Slow
 * and plain on purpose; it shares nothing with the engine.
 */
final class Flow {

    private static final String START = "";

    private final Blueprint blueprint;
    private final JsonObject start;
    private final Map<String, Map<String, Optional<JsonValue>>> written = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    /** What flows into a place. */
    record Input(JsonObject values, Set<String> conflicts) {}

    Flow(Blueprint blueprint, JsonObject start) {
        this.blueprint = blueprint;
        this.start = start;
        for (Chore chore : blueprint.chores()) {
            Set<String> before = new TreeSet<>(chore.dependencies());
            chore.dependencies().forEach(id -> before.addAll(ancestors.getOrDefault(id, Set.of())));
            ancestors.put(chore.id(), before);
        }
    }

    /** A task completed and wrote this; it also writes what it resolved. To remove what is not there is to do nothing. */
    void completed(Chore chore, Map<String, Optional<JsonValue>> writes) {
        Map<String, Optional<JsonValue>> all = new TreeMap<>();
        Input input = into(chore.dependencies());
        input.conflicts().forEach(key -> all.put(key, input.values().get(key)));
        writes.forEach((key, value) -> {
            if (value.isPresent() || input.values().get(key).isPresent()) {
                all.put(key, value);
            }
        });
        written.put(chore.id(), all);
    }

    /** What these tasks leave to who comes after all of them, in this order. */
    Input into(List<String> tasks) {
        Map<String, JsonValue> values = new TreeMap<>();
        Set<String> conflicts = new TreeSet<>();
        for (String key : keys()) {
            List<String> writers = writers(tasks, key);
            if (writers.size() > 1) {
                conflicts.add(key);
            }
            value(writers, key).ifPresent(value -> values.put(key, value));
        }
        return new Input(new JsonObject(values), conflicts);
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(start.members().keySet());
        written.values().forEach(writes -> keys.addAll(writes.keySet()));
        return keys;
    }

    /** The nearest writers of a key among these tasks and what lies before them, in the order in which they come. */
    private List<String> writers(List<String> tasks, String key) {
        Set<String> inOrder = new LinkedHashSet<>();
        if (tasks.isEmpty()) {
            inOrder.add(START);
        }
        for (String task : tasks) {
            for (String writer : through(task, key)) {
                inOrder.remove(writer);
                inOrder.add(writer);
            }
        }
        List<String> nearest = new ArrayList<>(inOrder);
        nearest.removeIf(writer -> inOrder.stream().anyMatch(other -> isBefore(writer, other)));
        return nearest;
    }

    private List<String> through(String task, String key) {
        Map<String, Optional<JsonValue>> own = written.get(task);
        if (own != null && own.containsKey(key)) {
            return List.of(task);
        }
        return writers(Oracle.chore(blueprint, task).dependencies(), key);
    }

    private boolean isBefore(String writer, String other) {
        return writer.equals(START)
                ? !other.equals(START)
                : !other.equals(START)
                        && ancestors.getOrDefault(other, Set.of()).contains(writer);
    }

    private Optional<JsonValue> value(List<String> writers, String key) {
        if (writers.size() > 1 && blueprint.conflicts() == ConflictPolicy.Mode.MERGE) {
            List<JsonValue> candidates = writers.stream()
                    .map(writer -> valueOf(writer, key))
                    .flatMap(Optional::stream)
                    .toList();
            return candidates.isEmpty() ? Optional.empty() : Optional.of(Blueprint.joined(candidates));
        }
        return valueOf(writers.get(writers.size() - 1), key);
    }

    private Optional<JsonValue> valueOf(String writer, String key) {
        return writer.equals(START)
                ? start.get(key)
                : written.getOrDefault(writer, Map.of()).getOrDefault(key, Optional.empty());
    }
}
