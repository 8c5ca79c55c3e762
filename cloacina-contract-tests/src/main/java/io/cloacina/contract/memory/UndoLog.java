package io.cloacina.contract.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back every change since the last commit, newest first. */
final class UndoLog {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable step) {
        steps.push(step);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void forget() {
        steps.clear();
    }

    void takeBack() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
