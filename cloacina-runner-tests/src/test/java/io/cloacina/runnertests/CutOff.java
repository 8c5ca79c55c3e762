package io.cloacina.runnertests;

import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts off commits, before or after they took effect: the caller is told the same. Thread-safe. */
final class CutOff implements FaultPoints {

    static final String BEFORE_COMMIT = "store.before-commit";
    static final String AFTER_COMMIT = "store.after-commit";

    private final String point;
    private final AtomicInteger commitsLeft = new AtomicInteger();
    private volatile int again;

    CutOff(String point) {
        this.point = point;
    }

    /** That commit from now on, counted from 1, and no other. */
    void atCommit(int number) {
        commitsLeft.set(number);
    }

    /** The fifth commit from now on, the tenth, and so on. */
    void everyFifth() {
        again = 5;
        commitsLeft.set(again);
    }

    boolean hasHappened() {
        return commitsLeft.get() <= 0;
    }

    @Override
    public void reached(String name) {
        if (name.equals(point) && commitsLeft.getAndDecrement() == 1) {
            if (again > 0) {
                commitsLeft.set(again);
            }
            throw new StoreException.OutcomeUnknown("cut off at " + point, null);
        }
    }
}
