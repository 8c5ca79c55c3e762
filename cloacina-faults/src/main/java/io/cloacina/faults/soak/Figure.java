package io.cloacina.faults.soak;

import java.time.Duration;
import java.util.List;

/** Something that a soak does for a while and tells numbers about. One class each; a new one joins {@link #ALL}. */
interface Figure {

    /** In the order in which they are taken. */
    List<Figure> ALL = List.of(
            new SteadyLoad(),
            new Kills(),
            new Pauses(),
            new ServerFaults(),
            new FailingCalls(),
            new ContractAgain(),
            new Crowds(),
            new SameKeys(),
            new Migrations(),
            new Payloads(),
            new Worlds());

    /** How much of the soak's time it gets, beside the others' shares. */
    int share();

    /** Whether it has anything to do on this backend. */
    default boolean isFor(Backend backend) {
        return true;
    }

    /** Does its work for about that long, at least once, and reports what came of it. */
    void take(Scene scene, Duration time) throws Exception;

    /** As it is called on the command line. */
    default String name() {
        return getClass().getSimpleName();
    }
}
