package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.simulation.plan.Blueprint;
import io.cloacina.simulation.plan.Chore;
import java.util.Optional;
import java.util.TreeSet;

/** I6, I7 and more: how each execution may have ended, recomputed from its definition and from what its bodies did. */
final class Oracle implements Invariant {

    private final Court court;

    Oracle(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        TreeSet<ExecutionId> seen = new TreeSet<>();
        for (Handed handed : court.handed()) {
            Optional<ExecutionRecord> stored =
                    court.stored().find(handed.newcomer().id());
            if (stored.isPresent() && seen.add(stored.get().id())) {
                new Verdict(court, handed, stored.get()).check();
            }
        }
    }

    static Chore chore(Blueprint blueprint, String task) {
        return blueprint.chores().stream()
                .filter(chore -> chore.id().equals(task))
                .findFirst()
                .orElseThrow();
    }
}
