package io.cloacina.runner.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/** Lets so many in at once and keeps the others in line, first come, first served. Thread-safe. */
final class Turnstile<T> {

    private final int places;
    private final Queue<T> line = new ArrayDeque<>();
    private int inside;

    Turnstile(int places) {
        this.places = places;
    }

    /** Whether it may go in at once; if not, it stands in line. */
    synchronized boolean enter(T next) {
        if (inside < places) {
            inside++;
            return true;
        }
        line.add(next);
        return false;
    }

    /** Somebody left; the first in line, if any, is inside now. */
    synchronized Optional<T> leave() {
        T next = line.poll();
        if (next == null) {
            inside--;
        }
        return Optional.ofNullable(next);
    }

    /** Takes out of the line whoever is meant. */
    synchronized List<T> sendAway(Predicate<T> meant) {
        List<T> away = new ArrayList<>();
        line.removeIf(waiting -> meant.test(waiting) && away.add(waiting));
        return away;
    }
}
