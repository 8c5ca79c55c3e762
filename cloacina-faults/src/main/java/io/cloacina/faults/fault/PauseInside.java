package io.cloacina.faults.fault;

import io.cloacina.faults.program.Doom;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/**
 * A process that stands still for longer than the lease inside a transaction, holding its locks.
 *
 * @param commit before which commit of its life
 */
public record PauseInside(int commit) implements ProcessFault {

    private static final int LEASES = 3;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.startUntilItSays(Doom.STOPS, new Doom(Doom.Where.STOPS_BEFORE, commit));
        new Standstill(slot, victim).lasts(name(), slot.stage().lease().multipliedBy(LEASES));
    }
}
