package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rule of the merge, read from the specification word by word and computed by brute force: all ancestors, all writers,
 * all paths. Keeps no key maps.
 */
final class MergeOracle {

    private static final int START = -1;

    private final Dag graph;
    private final boolean[][] before;

    /** What each completed task wrote: values, and nothing for a removal. The start is under -1. */
    private final Map<Integer, Map<String, Optional<JsonValue>>> writes = new HashMap<>();

    MergeOracle(Dag graph, JsonObject initial) {
        this.graph = graph;
        this.before = closure(graph);
        Map<String, Optional<JsonValue>> start = new HashMap<>();
        initial.members().forEach((key, value) -> start.put(key, Optional.of(value)));
        writes.put(START, start);
    }

    private static boolean[][] closure(Dag graph) {
        boolean[][] before = new boolean[graph.size()][graph.size()];
        for (int task = 0; task < graph.size(); task++) {
            for (int dependency : graph.dependencies(task)) {
                before[dependency][task] = true;
                for (int earlier = 0; earlier < graph.size(); earlier++) {
                    before[earlier][task] |= before[earlier][dependency];
                }
            }
        }
        return before;
    }

    void completed(int task, Map<String, Optional<JsonValue>> written) {
        writes.put(task, written);
    }

    Optional<JsonValue> written(int writer, String key) {
        return writes.get(writer).get(key);
    }

    /** For each key anybody upstream wrote, its nearest writers in declared order. */
    Map<String, List<Integer>> nearest(List<Integer> sources) {
        Set<Integer> upstream = upstream(sources);
        Set<String> keys = new TreeSet<>();
        upstream.forEach(writer -> keys.addAll(writes.get(writer).keySet()));
        Map<String, List<Integer>> nearest = new HashMap<>();
        keys.forEach(key -> nearest.put(key, inOrder(key, sources, nearest(key, upstream))));
        return nearest;
    }

    /** Those of the sources and their ancestors that completed, and the start. */
    private Set<Integer> upstream(List<Integer> sources) {
        Set<Integer> upstream = new TreeSet<>(Set.of(START));
        for (int task = 0; task < graph.size(); task++) {
            int candidate = task;
            boolean leadsThere =
                    sources.stream().anyMatch(source -> source == candidate || isBefore(candidate, source));
            if (leadsThere && writes.containsKey(task)) {
                upstream.add(task);
            }
        }
        return upstream;
    }

    private boolean isBefore(int one, int other) {
        return one == START ? other != START : other != START && before[one][other];
    }

    private List<Integer> nearest(String key, Set<Integer> upstream) {
        List<Integer> writers = upstream.stream()
                .filter(each -> writes.get(each).containsKey(key))
                .toList();
        return writers.stream()
                .filter(each -> writers.stream().noneMatch(other -> isBefore(each, other)))
                .toList();
    }

    private List<Integer> inOrder(String key, List<Integer> sources, List<Integer> nearest) {
        Map<Integer, int[]> last = new HashMap<>();
        walk(key, sources, new int[0], last);
        List<Integer> ordered = new ArrayList<>(nearest);
        ordered.sort(Comparator.comparing(last::get, Arrays::compare));
        return ordered;
    }

    /** Notes for each writer the last of the paths on which one comes to it through tasks that did not complete. */
    private void walk(String key, List<Integer> sources, int[] path, Map<Integer, int[]> last) {
        if (sources.isEmpty()) {
            note(START, path, last);
        }
        for (int position = 0; position < sources.size(); position++) {
            int source = sources.get(position);
            int[] further = Arrays.copyOf(path, path.length + 1);
            further[path.length] = position;
            if (writes.containsKey(source)) {
                nearest(key, upstream(List.of(source))).forEach(writer -> note(writer, further, last));
            } else {
                walk(key, graph.dependencies(source), further, last);
            }
        }
    }

    private static void note(int writer, int[] path, Map<Integer, int[]> last) {
        last.merge(
                writer,
                path,
                (one, other) -> Stream.of(one, other).max(Arrays::compare).orElseThrow());
    }

    List<Integer> leaves() {
        return Stream.iterate(0, task -> task < graph.size(), task -> task + 1)
                .filter(task -> graph.edges().stream().noneMatch(each -> each.contains(task)))
                .toList();
    }
}
