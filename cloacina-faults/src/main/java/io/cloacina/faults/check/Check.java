package io.cloacina.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** One thing that must hold when everything is over. */
@FunctionalInterface
public interface Check {

    /** All of them: a new one joins by a class and a line here. */
    List<Check> ALL = List.of(
            new NothingContradicts(),
            new NothingBroke(),
            new AcceptedIsStored(),
            new SubmissionsAreOne(),
            new EverythingEnds(),
            new OutcomesAreOne(),
            new ToldIsTrue(),
            new ClaimsRunOnce(),
            new OutcomesWereEarned(),
            new RerunsAreExplained(),
            new EndsAsFated());

    /** What contradicts it, a line each. */
    Stream<String> violations(Evidence evidence);

    /** Its name in the report of a failure. */
    default String name() {
        return getClass().getSimpleName();
    }
}
