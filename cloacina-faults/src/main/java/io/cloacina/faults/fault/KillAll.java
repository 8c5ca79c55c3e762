package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.Waiting;
import java.util.SplittableRandom;

/** {@code kill -9} of all processes at once, whatever they are doing: of one that works, and of all others that are there. */
public final class KillAll implements ProcessFault {

    private static final String WITH_ALL = "KilledWithAll";

    private static final int MOST_MILLIS = 300;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child first;
        do {
            first = slot.working();
            Moments.pass(chance.nextInt(MOST_MILLIS));
            Waiting.require(
                    () -> slot.stage().slots().stream()
                            .allMatch(each -> each.child().isPresent()),
                    Stage.PATIENCE,
                    "there was never a process in each place");
        } while (!first.kill(name(), slot.chronicle()));
        slot.stage().slots().stream()
                .flatMap(other -> other.child().stream())
                .forEach(child -> child.kill(WITH_ALL, slot.chronicle()));
    }
}
