package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/**
 * {@code kill -TERM} under load: the process closes its runner and ends in time. Nothing of it needs a lease to run out, so this
 * explains no second run.
 */
public final class Terminate implements ProcessFault {

    /** What the JVM answers to this signal when all its hooks have run. */
    private static final int TERMINATED = 143;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.working();
        slot.chronicle().begins(name(), Blow.NOBODY);
        victim.terminate();
        int code = victim.ended();
        if (code != TERMINATED && !slot.chronicle().isStruck(victim.name())) {
            throw new IllegalStateException("process " + victim.name() + " was to end in order, and ended with " + code
                    + ":\n" + victim.errors());
        }
    }
}
