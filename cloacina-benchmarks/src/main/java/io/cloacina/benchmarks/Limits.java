package io.cloacina.benchmarks;

import io.cloacina.benchmarks.Workload.Submitters;
import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.benchmarks.floor.HandedOver;
import java.util.List;

/**
 * What stands in the way where a target is out of reach: the floor with larger sets than it has in the table, with sets as
 * small as eight callers make them, and with the four threads that a round trip passes through.
 */
final class Limits {

    private Limits() {}

    static List<Contestant> contestants() {
        return List.of(
                Floor.inSetsOf(256, Workload.Throughput.class::isInstance),
                Floor.inSetsOf(Submitters.EIGHT_THREADS.threads(), Limits::submitsByEight),
                new HandedOver(),
                new Cloacina());
    }

    static boolean has(Workload workload) {
        return contestants().stream()
                .filter(contestant -> !contestant.name().equals(Cloacina.NAME))
                .anyMatch(contestant -> contestant.can(workload));
    }

    private static boolean submitsByEight(Workload workload) {
        return workload instanceof Workload.Submits submits && submits.submitters() == Submitters.EIGHT_THREADS;
    }
}
