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

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim;
        do {
            victim = slot.working();
            victim.terminate();
        } while (!victim.endsWith(Child.TERMINATED));
        slot.chronicle().begins(name(), Blow.IN_ORDER);
    }
}
