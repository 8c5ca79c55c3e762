package io.cloacina.simulation.check;

import io.cloacina.simulation.store.Trouble;
import java.util.Set;

/** I3, and the isolation of neighbours in a group: what a caller was told is stored; what he was told was not stored, is not. */
final class SubmitsSurvive implements Invariant {

    /** Errors that say that nothing was stored. */
    private static final Set<String> DEFINITE = Set.of("Refused", "Contended", "ConnectionLost", "OutOfRoom");

    private final Court court;

    SubmitsSurvive(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        court.handed().forEach(this::check);
    }

    private void check(Handed handed) {
        boolean refused = handed.refusal().filter("Refused"::equals).isPresent();
        Invariant.require(
                court,
                "nobody is refused for the fault of another",
                !refused || handed.order().poisoned() || court.plan().trouble().containsKey(Trouble.REFUSED),
                () -> court.name(handed.id()) + " was refused");
        boolean stored = court.stored().find(handed.id()).isPresent();
        Invariant.require(
                court,
                "I3 an acknowledged submit survives",
                handed.admission().isEmpty() || stored,
                () -> court.name(handed.id()) + " was acknowledged and is not there");
        Invariant.require(
                court,
                "I3 a submit that failed for certain is not there",
                !(stored && handed.refusal().filter(DEFINITE::contains).isPresent()),
                () -> court.name(handed.id()) + " is there, though its caller got " + handed.refusal());
    }
}
