package io.cloacina.faults.fault;

import io.cloacina.faults.program.Doom;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/**
 * A process that is gone exactly before or after its n-th commit: no hook, no finally, no flush. Its exit code says that it was this.
 *
 * @param doom which commit, and on which side of it
 */
public record Halt(Doom doom) implements ProcessFault {

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child doomed = slot.start(doom);
        while (!doomed.endsWith(Doom.HALTED)) {
            doomed = slot.start(doom);
        }
        slot.chronicle().begins(name(), doomed.name());
    }
}
