package io.cloacina.domain.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Task ids, sorted, and the dependencies among them by position in that order. The raw material of a {@link TaskGraph}:
 * it may hold cycles. Dependencies on unknown tasks, on the task itself, and repeated ones are left out, so that one
 * mistake is not reported as two.
 */
final class TaskLinks {

    private final List<String> ids;
    private final int[][] dependencies;
    private final int[][] successors;

    private TaskLinks(Collection<String> ids, int[][] dependencies) {
        this.ids = List.copyOf(ids);
        this.dependencies = dependencies;
        this.successors = reversed(dependencies);
    }

    static TaskLinks of(Map<String, ? extends Collection<String>> dependenciesById) {
        SortedMap<String, Collection<String>> tasks = new TreeMap<>(dependenciesById);
        Map<String, Integer> positions = new HashMap<>();
        tasks.keySet().forEach(id -> positions.put(id, positions.size()));
        List<int[]> dependencies = new ArrayList<>();
        tasks.values().forEach(names -> dependencies.add(known(dependencies.size(), names, positions)));
        return new TaskLinks(tasks.keySet(), dependencies.toArray(int[][]::new));
    }

    private static int[] known(int task, Collection<String> names, Map<String, Integer> positions) {
        return names.stream()
                .map(positions::get)
                .filter(Objects::nonNull)
                .filter(position -> position != task)
                .distinct()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[][] reversed(int[][] links) {
        int[] counts = new int[links.length];
        for (int[] targets : links) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] reversed = new int[links.length][];
        Arrays.setAll(reversed, i -> new int[counts[i]]);
        for (int source = 0; source < links.length; source++) {
            for (int target : links[source]) {
                int[] sources = reversed[target];
                sources[sources.length - counts[target]--] = source;
            }
        }
        return reversed;
    }

    int size() {
        return ids.size();
    }

    String id(int position) {
        return ids.get(position);
    }

    /** The positions of a task's dependencies, in declared order. Not to be changed. */
    int[] dependencies(int position) {
        return dependencies[position];
    }

    /** The positions of the tasks that depend on a task, ascending. Not to be changed. */
    int[] successors(int position) {
        return successors[position];
    }

    /**
     * The canonical topological order: Kahn's algorithm, of the tasks that could come next always the one with the
     * smallest id. It depends on ids and dependencies only, not on the order in which tasks were declared.
     *
     * @return the positions in order; fewer than there are tasks exactly when there is a cycle
     */
    int[] topologicalOrder() {
        int[] open = new int[size()];
        PriorityQueue<Integer> next = new PriorityQueue<>();
        for (int task = 0; task < size(); task++) {
            open[task] = dependencies[task].length;
            if (open[task] == 0) {
                next.add(task);
            }
        }
        int[] order = new int[size()];
        int ordered = 0;
        while (!next.isEmpty()) {
            int task = next.remove();
            order[ordered++] = task;
            for (int successor : successors[task]) {
                if (--open[successor] == 0) {
                    next.add(successor);
                }
            }
        }
        return Arrays.copyOf(order, ordered);
    }
}
