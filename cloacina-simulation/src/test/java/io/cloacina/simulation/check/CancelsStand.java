package io.cloacina.simulation.check;

import io.cloacina.domain.execution.Ending;
import io.cloacina.ports.ExecutionRecord;
import java.util.Optional;

/** I15: what was accepted to be cancelled is ending, and nothing ends so unasked. */
final class CancelsStand implements Invariant {

    private final Court court;

    CancelsStand(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        court.handed().forEach(this::check);
    }

    private void check(Handed handed) {
        Optional<ExecutionRecord> stored = court.stored().find(handed.id());
        Ending ending = stored.map(ExecutionRecord::ending).orElse(null);
        Invariant.require(
                court,
                "I15 an accepted cancel stands",
                !handed.cancelAccepted() || ending != null,
                () -> court.name(handed.id()) + " was cancelled, and ended as " + stored);
        boolean asked = court.handed().stream()
                .anyMatch(other -> other.cancelWanted() && other.id().equals(handed.id()));
        Invariant.require(
                court,
                "I15 nothing is cancelled unasked",
                ending != Ending.CANCELLED || asked,
                () -> court.name(handed.id()) + " was cancelled by nobody");
    }
}
