package io.cloacina.domain.context;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers, branch by branch as declared, who wrote each key. A writer that comes again moves to the end. */
final class Confluence {

    private final Map<String, Set<Integer>> writers = new HashMap<>();

    void add(Branch branch) {
        branch.forEach(this::add);
    }

    private void add(String key, Integer writer) {
        Collection<Integer> inOrder = writers.computeIfAbsent(key, any -> new LinkedHashSet<>());
        inOrder.remove(writer);
        inOrder.add(writer);
    }

    /** For each key the writers that no other one comes after, in order. */
    Map<String, List<Integer>> reducedBy(NearestWriters nearest) {
        Map<String, List<Integer>> reduced = new HashMap<>();
        writers.forEach((key, inOrder) -> reduced.put(key, nearest.of(List.copyOf(inOrder))));
        return reduced;
    }
}
