package io.cloacina.faults.fault;

import io.cloacina.faults.stage.Slot;
import java.util.SplittableRandom;

/** Something that happens to one process. */
@FunctionalInterface
public interface ProcessFault {

    /** Lets it happen on that slot, and returns when another one may happen there. */
    void strike(Slot slot, SplittableRandom chance);

    /** Its name in the chronicle and in the figures. */
    default String name() {
        return getClass().getSimpleName();
    }
}
