package io.cloacina.faults.fault;

import io.cloacina.faults.program.Doom;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** {@code kill -9} of a process that may not even have opened its database yet. */
public final class KillEarly implements ProcessFault {

    private static final int MOST_MILLIS = 800;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child newcomer;
        do {
            newcomer = slot.start(Doom.NONE);
            Moments.pass(chance.nextInt(MOST_MILLIS));
        } while (!newcomer.kill(name(), slot.chronicle()));
    }
}
