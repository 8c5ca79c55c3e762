package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** {@code kill -9} of all processes at once, whatever they are doing; each counts as one. */
public final class KillAll implements ProcessFault {

    private static final int MOST_MILLIS = 300;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child first = slot.working();
        Moments.pass(chance.nextInt(MOST_MILLIS));
        first.kill(name(), slot.chronicle());
        slot.stage().slots().stream()
                .flatMap(other -> other.child().stream())
                .forEach(child -> child.kill(name(), slot.chronicle()));
    }
}
