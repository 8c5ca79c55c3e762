package io.cloacina.domain.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds cycles among tasks that no topological order can hold. Each such task has a dependency that is one of them too;
 * following the first of these from task to task must come round, and the ring it ends in is a cycle. Not every cycle is
 * found this way, but at least one, none twice, and in linear time.
 */
final class Cycles {

    private final TaskLinks links;
    private final BitSet unordered;
    private final int[] walkOf;

    private Cycles(TaskLinks links, int[] ordered) {
        this.links = links;
        this.unordered = new BitSet(links.size());
        this.walkOf = new int[links.size()];
        unordered.set(0, links.size());
        Arrays.stream(ordered).forEach(unordered::clear);
    }

    /**
     * The cycles, each as its members in order (every one depends on the next, the last on the first), beginning with the
     * smallest id.
     */
    static List<List<String>> in(TaskLinks links) {
        return new Cycles(links, links.topologicalOrder()).find();
    }

    private List<List<String>> find() {
        List<List<String>> found = new ArrayList<>();
        for (int start = unordered.nextSetBit(0); start >= 0; start = unordered.nextSetBit(start + 1)) {
            int walk = start + 1;
            int task = start;
            while (walkOf[task] == 0) {
                walkOf[task] = walk;
                task = next(task);
            }
            if (walkOf[task] == walk) {
                found.add(ring(task));
            }
        }
        return found;
    }

    private int next(int task) {
        return Arrays.stream(links.dependencies(task))
                .filter(unordered::get)
                .findFirst()
                .orElseThrow();
    }

    private List<String> ring(int member) {
        int smallest = member;
        for (int task = next(member); task != member; task = next(task)) {
            smallest = Math.min(smallest, task);
        }
        List<String> ring = new ArrayList<>(List.of(links.id(smallest)));
        for (int task = next(smallest); task != smallest; task = next(task)) {
            ring.add(links.id(task));
        }
        return ring;
    }
}
