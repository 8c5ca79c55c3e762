package io.cloacina.faults.check;

import java.util.stream.Stream;

/** One thing that must hold when everything is over. */
@FunctionalInterface
public interface Check {

    /** What contradicts it, a line each. */
    Stream<String> violations(Evidence evidence);

    /** Its name in the report of a failure. */
    default String name() {
        return getClass().getSimpleName();
    }
}
