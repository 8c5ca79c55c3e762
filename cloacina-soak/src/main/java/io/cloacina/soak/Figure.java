package io.cloacina.soak;

import java.time.Duration;

/** Something that a soak does for a while and tells numbers about. One class each; a new one joins {@link Figures#ALL}. */
interface Figure {

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
