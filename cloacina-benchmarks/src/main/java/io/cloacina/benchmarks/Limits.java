package io.cloacina.benchmarks;

import io.cloacina.benchmarks.Workload.Submitters;
import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.benchmarks.floor.HandedOver;
import io.cloacina.benchmarks.floor.OneWriter;
import io.cloacina.benchmarks.floor.TwoProcesses;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the way where a target is out of reach: the floor with larger sets than it has in the table, with sets as small
 * as eight callers make them, with callers who hand what they submit to one writer, with the four threads that a round trip passes
 * through and the read of its result, and in two processes that call each other.
 *
 * @param floors the limits that the backend has
 */
record Limits(List<Contestant> floors) {

    static Limits of(Backend backend) {
        List<Contestant> floors = List.of(
                Floor.inSetsOf(256, Workload.Throughput.class::isInstance),
                Floor.inSetsOf(Submitters.EIGHT_THREADS.threads(), Limits::submitsByEight),
                new OneWriter(),
                new HandedOver());
        return new Limits(
                backend instanceof PostgresBackend
                        ? Stream.concat(floors.stream(), Stream.of(new TwoProcesses()))
                                .toList()
                        : floors);
    }

    /** They, and Cloacina beside them. */
    List<Contestant> contestants() {
        return Stream.concat(floors.stream(), Stream.of(new Cloacina())).toList();
    }

    boolean has(Workload workload) {
        return floors.stream().anyMatch(floor -> floor.can(workload));
    }

    private static boolean submitsByEight(Workload workload) {
        return workload instanceof Workload.Submits submits && submits.submitters() == Submitters.EIGHT_THREADS;
    }
}
