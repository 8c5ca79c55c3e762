package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Contestant;
import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.Workload;

/** A floor of round trips only; {@link #can} says of which. */
interface RoundTrips extends Contestant {

    @Override
    boolean can(Workload workload);

    @Override
    default long run(Database database, Workload.Throughput workload) {
        throw new UnsupportedOperationException(name());
    }

    @Override
    default long submit(Database database, Workload.Submits workload) {
        throw new UnsupportedOperationException(name());
    }
}
