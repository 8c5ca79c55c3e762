package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.program.Doom;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/**
 * A process that stands still for longer than the lease inside a transaction, holding its locks.
 *
 * @param commit before which commit of its life
 */
public record PauseInside(int commit) implements ProcessFault {

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.start(new Doom(Doom.Where.STOPS_BEFORE, commit));
        Blow blow = slot.chronicle().begins(name(), slot.stage().database().struckBy(victim.name()));
        if (victim.says("stops")) {
            Moments.pass(slot.stage().lease().toMillis() * 3);
            victim.resume();
            Moments.pass(slot.stage().lease().toMillis() / 2);
            blow.over();
        }
    }
}
