package io.cloacina.faults.fault;

import io.cloacina.faults.program.Doom;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/**
 * A process that stands still for longer than the lease when it has made up its mind what to write, and has not begun to: it goes on
 * with what is out of date, and no clock of its own is asked again. Only the epoch in the database keeps that out.
 *
 * @param transaction before which transaction of its work
 */
public record PauseBefore(int transaction) implements ProcessFault {

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.startUntilItSays(Doom.STOPS, new Doom(Doom.Where.STOPS_OUTSIDE, transaction));
        new Standstill(slot, victim)
                .lasts(name(), slot.stage().lease().multipliedBy(3).dividedBy(2));
    }
}
