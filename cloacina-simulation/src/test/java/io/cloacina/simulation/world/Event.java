package io.cloacina.simulation.world;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens at a time: an action begins, or what was suspended goes on.
 *
 * @param order decides between two events of one instant, by chance
 */
record Event(
        long at,
        long order,
        Host host,
        Runnable action,
        @Nullable Suspension resumes) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    Event at(long later) {
        return new Event(later, order, host, action, resumes);
    }
}
