package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** {@code kill -9} at a random moment of a process that works. */
public final class Kill implements ProcessFault {

    private static final int MOST_MILLIS = 300;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim;
        do {
            victim = slot.working();
            Moments.pass(chance.nextInt(MOST_MILLIS));
        } while (!victim.kill(name(), slot.chronicle()));
    }
}
