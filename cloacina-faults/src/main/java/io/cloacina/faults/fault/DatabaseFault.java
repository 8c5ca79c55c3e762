package io.cloacina.faults.fault;

import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import java.util.SplittableRandom;

/** Something that happens to a database server, or on the way to it. */
@FunctionalInterface
public interface DatabaseFault {

    /** Lets it happen, and returns when it is over and another one may happen. */
    void strike(Stage stage, OnPostgres database, SplittableRandom chance);

    /** Its name in the chronicle and in the figures. */
    default String name() {
        return getClass().getSimpleName();
    }
}
