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
    private Search wanted = Search.OWN;
    private Search noted = Search.OWN;

    Inbox(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    void add(Request request) {
        synchronized (this) {
            requests.addLast(request);
        }
        wakeUp.run();
    }

    /** There may be tasks to find there: the loop looks as soon as a slot is free. */
    void want(Search search) {
        synchronized (this) {
            wanted = wanted.and(search);
        }
        wakeUp.run();
    }

    /** There may be tasks to find there, and another loop looks: this one does when it writes anyway. */
    synchronized void note(Search search) {
        noted = noted.and(search);
    }

    /** Slots came back without an end to be written: wakes the loop if it waits for one. */
    void slotsFreed() {
        if (isSearching()) {
            wakeUp.run();
        }
    }

    private synchronized boolean isSearching() {
        return wanted != Search.OWN;
    }

    /** Puts back what could not be written, in front of what came since. */
    synchronized void putBack(Group group) {
        List<Request> reversed = new ArrayList<>(group.requests());
        for (int i = reversed.size() - 1; i >= 0; i--) {
            requests.addFirst(reversed.get(i));
        }
        wanted = wanted.and(group.search());
    }

    /** Takes the next group: at most {@code limit} requests, and as many slots as it may fill. */
    synchronized Group take(int limit, Slots slots) {
        List<Request> taken = new ArrayList<>();
        while (taken.size() < limit && !requests.isEmpty()) {
            taken.add(requests.removeFirst());
        }
        Search search = taken.isEmpty() ? wanted : wanted.and(noted);
        int slotsTaken = search != Search.OWN || !taken.isEmpty() ? slots.take(limit) : 0;
        if (slotsTaken > 0) {
            wanted = Search.OWN;
            noted = Search.OWN;
        } else if (wanted == Search.DUE) {
            wanted = Search.READY;
        }
        return new Group(taken, slotsTaken, search);
    }

    synchronized Collection<Request> drain() {
        List<Request> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    /** Whether a step would find something to do. */
    synchronized boolean hasWork(Slots slots) {
        return !requests.isEmpty() || wouldSearch(slots);
    }

    private boolean wouldSearch(Slots slots) {
        return wanted == Search.DUE || (wanted == Search.READY && slots.anyFree());
    }

    /** Whether all that a step would find to do is what callers wait for. */
    synchronized boolean isForCallersOnly(Slots slots) {
        return !wouldSearch(slots) && requests.stream().allMatch(Request::hasCaller);
    }

    synchronized int size() {
        return requests.size();
    }
}
