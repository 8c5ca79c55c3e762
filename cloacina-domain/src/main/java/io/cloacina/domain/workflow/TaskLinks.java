package io.cloacina.domain.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Task ids, sorted, and the dependencies among them by position in that order. The raw material of a {@link TaskGraph}:
 * it may hold cycles. Dependencies on unknown tasks, on the task itself, and repeated ones are left out, so that one
 * mistake is not reported as two.
 *
 * @param ids the task ids, ascending
 * @param dependencies the positions of each task's dependencies, in declared order
 * @param successors the positions of the tasks that depend on each task
 */
record TaskLinks(String[] ids, int[][] dependencies, int[][] successors) {

    static TaskLinks of(Map<String, ? extends Collection<String>> dependenciesById) {
        String[] ids = dependenciesById.keySet().stream().sorted().toArray(String[]::new);
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            positions.put(ids[i], i);
        }
        int[][] dependencies = new int[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            dependencies[i] = known(i, dependenciesById.get(ids[i]), positions);
        }
        return new TaskLinks(ids, dependencies, reversed(dependencies));
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

    /**
     * The canonical topological order: Kahn's algorithm, of the tasks that could come next always the one with the
     * smallest id. It depends on ids and dependencies only, not on the order in which tasks were declared.
     *
     * @return the positions in order; fewer than there are tasks exactly when there is a cycle
     */
    int[] topologicalOrder() {
        int[] open = new int[ids.length];
        PriorityQueue<Integer> next = new PriorityQueue<>();
        for (int task = 0; task < ids.length; task++) {
            open[task] = dependencies[task].length;
            if (open[task] == 0) {
                next.add(task);
            }
        }
        int[] order = new int[ids.length];
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
