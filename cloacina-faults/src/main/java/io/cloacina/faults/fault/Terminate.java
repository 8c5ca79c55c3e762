package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.program.Orders;
import io.cloacina.faults.stage.Child;
import io.cloacina.faults.stage.Slot;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * {@code kill -TERM} under load: the process closes its runner and ends in time. Nothing of it needs a lease to run out, so this
 * explains no second run.
 *
 * @param again whether it is asked once more while it closes, which must change nothing
 */
public record Terminate(boolean again) implements ProcessFault {

    /** The grace of its runner, and some seconds to hand back what is left and to end a JVM on a busy machine. */
    private static final Duration IN_TIME = Orders.GRACE.plusSeconds(10);

    @Override
    public void strike(Slot slot, SplittableRandom chance) {
        Child victim;
        long asked;
        do {
            victim = slot.working();
            asked = System.nanoTime();
            victim.terminate();
            if (again) {
                victim.terminate();
            }
        } while (!victim.endsWith(Child.TERMINATED));
        requireInTime(victim, Duration.ofNanos(System.nanoTime() - asked));
        slot.chronicle().begins(name(), Blow.IN_ORDER);
    }

    private static void requireInTime(Child victim, Duration took) {
        if (took.compareTo(IN_TIME) > 0) {
            throw new IllegalStateException(
                    "process " + victim.name() + " ended " + took + " after it was asked to, later than " + IN_TIME);
        }
    }
}
