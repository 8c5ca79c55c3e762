package io.cloacina.domain.context;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of several writers of a key, those that no other one comes after. One walk up the graph marks what lies before any of
 * them and ends at the first of them: asking for each pair would cost a square where ten thousand tasks write one key.
 * Remembers its answers, since keys tend to have the same writers. Not thread-safe.
 */
final class NearestWriters {

    private final Ancestry graph;
    private final Map<List<Integer>, List<Integer>> known = new HashMap<>();

    NearestWriters(Ancestry graph) {
        this.graph = graph;
    }

    /** Those of the writers, in the same order; none of them twice. */
    List<Integer> of(List<Integer> writers) {
        return writers.size() == 1 ? writers : known.computeIfAbsent(writers, this::reduced);
    }

    private List<Integer> reduced(List<Integer> writers) {
        BitSet outdated = before(writers);
        return writers.stream()
                .filter(writer -> writer != KeyMap.INITIAL && !outdated.get(writer))
                .toList();
    }

    /** What lies before one of the writers, as far up as the first of them. */
    private BitSet before(List<Integer> writers) {
        BitSet before = new BitSet();
        BitSet waiting = new BitSet();
        writers.stream().filter(writer -> writer != KeyMap.INITIAL).forEach(waiting::set);
        int first = waiting.nextSetBit(0);
        // downwards, so that each task is met once, after all that come after it
        for (int task = waiting.length() - 1; task > first; task = waiting.previousSetBit(task - 1)) {
            for (int dependency : graph.dependencies(task)) {
                before.set(dependency);
                waiting.set(dependency);
            }
        }
        return before;
    }
}
