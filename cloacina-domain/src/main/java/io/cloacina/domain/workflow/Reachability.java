package io.cloacina.domain.workflow;

import java.util.BitSet;

/** Which tasks can be reached along links. Iterative, so that a chain of any length needs no stack. */
final class Reachability {

    private Reachability() {}

    /** The ends of all walks of at least one link that begin at one of {@code from}. */
    static BitSet from(Iterable<Integer> from, Ordinals[] links) {
        BitSet reached = new BitSet(links.length);
        int[] waiting = new int[links.length];
        int count = 0;
        for (int start : from) {
            count = enter(links[start], reached, waiting, count);
        }
        while (count > 0) {
            int next = waiting[--count];
            count = enter(links[next], reached, waiting, count);
        }
        return reached;
    }

    private static int enter(Ordinals links, BitSet reached, int[] waiting, int count) {
        int waitingNow = count;
        for (int i = 0; i < links.size(); i++) {
            int target = links.at(i);
            if (!reached.get(target)) {
                reached.set(target);
                waiting[waitingNow++] = target;
            }
        }
        return waitingNow;
    }

    /**
     * Whether a walk along dependencies leads from {@code task} up to {@code ancestor}. Ordinals fall along every such
     * walk, so that whatever lies before the ancestor is left alone.
     */
    static boolean leadsUp(int task, int ancestor, Ordinals[] dependencies) {
        BitSet pending = new BitSet(task + 1);
        int current = task;
        while (current > ancestor) {
            Ordinals above = dependencies[current];
            for (int i = 0; i < above.size(); i++) {
                pending.set(above.at(i));
            }
            current = pending.previousSetBit(current - 1);
        }
        return current == ancestor && pending.get(ancestor);
    }
}
