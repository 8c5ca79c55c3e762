package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** {@code kill -STOP} for longer than the lease, then {@code kill -CONT}: a laptop's lid, a machine that is moved, a long collection. */
public final class Pause implements ProcessFault {

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim = slot.working();
        Blow blow = slot.chronicle().begins(name(), slot.stage().database().struckBy(victim.name()));
        victim.pause();
        Moments.pass(slot.stage().lease().toMillis() * 3 / 2);
        victim.resume();
        Moments.pass(slot.stage().lease().toMillis() / 2);
        blow.over();
    }
}
