package io.cloacina.benchmarks;

/**
 * Whoever does a workload: Cloacina, raw JDBC, or another engine that is given with {@code --peer}. It has a public
 * constructor without parameters. Each call finds a database that nobody used before, with Cloacina's schema in it; an
 * engine with tables of its own makes them. Bodies do nothing.
 */
public interface Contestant {

    /** The heading of its column. */
    String name();

    /** The part of a workload that it does, for one that would take very long; figures are rates. */
    default double share() {
        return 1;
    }

    /** Whether it can do this at all; the table says so where it cannot. */
    default boolean can(Workload workload) {
        return true;
    }

    /** Submits executions, then runs them with eight slots; the nanoseconds that running took, until all were durable. */
    long run(Database database, Workload.Throughput workload) throws Exception;

    /** Submits executions of one task that nobody runs; the nanoseconds until all were durable. */
    long submit(Database database, Workload.Submits workload) throws Exception;

    /** Runs executions of one task, one at a time; the nanoseconds of each, from before its submit to its result. */
    long[] roundTrips(Database database, Workload.RoundTrip workload) throws Exception;
}
