package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Moments;
import io.cloacina.faults.stage.Slot;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.Waiting;
import java.util.List;
import java.util.SplittableRandom;

/** {@code kill -9} of all processes at once, whatever they are doing: of one that works, and of one in each other place. */
public final class KillAll implements ProcessFault {

    private static final String WITH_ALL = "KilledWithAll";

    private static final int MOST_MILLIS = 300;

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child first = slot.working();
        Moments.pass(chance.nextInt(MOST_MILLIS));
        while (!killsAll(first, slot)) {
            first = slot.working();
            Moments.pass(chance.nextInt(MOST_MILLIS));
        }
        slot.chronicle().begins(name(), first.name());
    }

    /** Whether it had to do with none that was gone already: one that ends by itself in that moment is not killed with all. */
    private static boolean killsAll(Child first, Slot slot) {
        awaitOneInEachPlace(first, slot.stage());
        if (!first.kill(WITH_ALL, slot.chronicle())) {
            return false;
        }
        List<Slot> others =
                slot.stage().slots().stream().filter(other -> other != slot).toList();
        return others.stream()
                        .flatMap(other -> other.child().stream())
                        .filter(child -> child.kill(WITH_ALL, slot.chronicle()))
                        .count()
                == others.size();
    }

    /** Or the end of the first: another one of these may strike at the same time, and only we put one in its place. */
    private static void awaitOneInEachPlace(Child first, Stage stage) {
        Waiting.require(
                () -> !first.isRunning()
                        || stage.slots().stream().allMatch(each -> each.child().isPresent()),
                Stage.PATIENCE,
                "there was never a process in each place");
    }
}
