package io.cloacina.faults.check;

import java.util.List;

/** The checks that are asked. */
public final class Checks {

    /** All of them: a new one joins by a class and a line here. */
    public static final List<Check> ALL = List.of(
            new FaultsStruck(),
            new NothingContradicts(),
            new FilesAreWhole(),
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

    private Checks() {}
}
