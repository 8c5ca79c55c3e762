package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** {@code kill -STOP} for longer than the lease, then {@code kill -CONT}: a laptop's lid, a machine that is moved, a long collection. */
public final class Pause implements ProcessFault {

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.working();
        victim.pause();
        new Standstill(slot, victim)
                .lasts(name(), slot.stage().lease().multipliedBy(3).dividedBy(2));
    }
}
