package io.cloacina.benchmarks.jmh;

import io.cloacina.benchmarks.Shape;
import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.context.ContextMerge;
import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.MergedContext;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.workflow.TaskGraph;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The input of a join: each parent has twenty keys in sight, of which it wrote one of its own and one that all others
 * wrote too. An element is a parent.
 */
@State(Scope.Thread)
public class MergeSpeed {

    private static final int INHERITED = 18;

    @Param({"10", "100"})
    public int elements;

    private TaskGraph graph =
            Shape.single().workflow(context -> {}).definition().graph();
    private final Map<Integer, KeyMap> keys = new HashMap<>();
    private final Map<Integer, JsonObject> values = new HashMap<>();

    @Setup
    public void prepare() {
        graph = Shape.fan(elements).workflow(context -> {}).definition().graph();
        values.put(0, new JsonObject(inherited(JsonNumber.of(0))));
        for (int parent = 1; parent <= elements; parent++) {
            Map<String, Integer> writers = inherited(0);
            writers.put("own" + parent, parent);
            writers.put("shared", parent);
            keys.put(parent, new KeyMap(writers));
            JsonValue value = JsonNumber.of(parent);
            values.put(parent, new JsonObject(Map.of("own" + parent, value, "shared", value)));
        }
    }

    private static <V> Map<String, V> inherited(V value) {
        Map<String, V> keys = new HashMap<>();
        for (int key = 0; key < INHERITED; key++) {
            keys.put("inherited" + key, value);
        }
        return keys;
    }

    @Benchmark
    public MergedContext join() {
        return ContextMerge.inputOf(graph, elements + 1, ConflictPolicy.lastDeclared(), task -> true)
                .keys(keys)
                .values(values);
    }
}
