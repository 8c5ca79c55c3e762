package io.cloacina.runner.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * What waits to be written by one loop, and whether there may be something to claim or to promote. Whoever adds something
 * wakes the loop. Thread-safe.
 */
final class Inbox {

    private final Runnable wakeUp;
    private final Deque<Request> requests = new ArrayDeque<>();
    private boolean claimWanted;
    private boolean promotionWanted;

    Inbox(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    void add(Request request) {
        synchronized (this) {
            requests.addLast(request);
        }
        wakeUp.run();
    }

    /** There may be tasks to claim. */
    void wantClaim() {
        synchronized (this) {
            claimWanted = true;
        }
        wakeUp.run();
    }

    /** Slots came back without an end to be written: wakes the loop if it waits for one. */
    void slotsFreed() {
        boolean wanted;
        synchronized (this) {
            wanted = claimWanted;
        }
        if (wanted) {
            wakeUp.run();
        }
    }

    /** There may be tasks that have fallen due. */
    void wantPromotion() {
        synchronized (this) {
            promotionWanted = true;
            claimWanted = true;
        }
        wakeUp.run();
    }

    /** Puts back what could not be written, in front of what came since. */
    synchronized void putBack(Group group) {
        List<Request> reversed = new ArrayList<>(group.requests());
        for (int i = reversed.size() - 1; i >= 0; i--) {
            requests.addFirst(reversed.get(i));
        }
        claimWanted |= group.claimLimit() > 0;
        promotionWanted |= group.promote();
    }

    /** Takes the next group: at most {@code limit} requests, and as many slots as it may fill. */
    synchronized Group take(int limit, Slots slots) {
        List<Request> taken = new ArrayList<>();
        while (taken.size() < limit && !requests.isEmpty()) {
            taken.add(requests.removeFirst());
        }
        boolean promote = promotionWanted;
        promotionWanted = false;
        boolean mayMakeReady = !taken.isEmpty() || promote;
        int slotsTaken = claimWanted || mayMakeReady ? slots.take(limit) : 0;
        if (slotsTaken > 0) {
            claimWanted = false;
        }
        return new Group(taken, slotsTaken, promote);
    }

    synchronized Collection<Request> drain() {
        List<Request> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    /** Whether a step would find something to do. */
    synchronized boolean hasWork(Slots slots) {
        return !requests.isEmpty() || promotionWanted || (claimWanted && slots.anyFree());
    }

    synchronized int size() {
        return requests.size();
    }
}
