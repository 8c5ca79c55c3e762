package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.Shape;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Executions of one task, one after the other: submitted and claimed in one commit, ended in a second one. */
record Trips(FloorWrites writes, Graphs graphs) implements AutoCloseable {

    static Trips on(Database database) throws SQLException {
        Shape shape = Shape.single();
        return new Trips(Floor.writes(database, Floor.define(database, shape)), new Graphs(shape));
    }

    /** The first commit. */
    List<Step> begin() {
        try {
            List<UUID> one = Floor.newIds(1);
            one.forEach(graphs::begin);
            writes.submit(one);
            List<Step> claimed = writes.claim(1);
            writes.commit();
            return claimed;
        } catch (SQLException failure) {
            throw new IllegalStateException("the floor could not submit", failure);
        }
    }

    /** A commit that claims what another process has submitted. */
    List<Step> claim() {
        try {
            List<Step> claimed = writes.claim(1);
            writes.commit();
            claimed.forEach(step -> graphs.begin(step.execution()));
            return claimed;
        } catch (SQLException failure) {
            throw new IllegalStateException("the floor could not claim", failure);
        }
    }

    /** The commit that ends them. */
    void end(List<Step> claimed) {
        try {
            writes.end(graphs.end(claimed));
            writes.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("the floor could not end " + claimed, failure);
        }
    }

    /** The same, of one execution; which one it was. */
    UUID ended(List<Step> claimed) {
        end(claimed);
        return claimed.get(0).execution();
    }

    /** The nanoseconds of each of so many. */
    long[] times(int trips, Runnable trip) {
        long[] nanos = new long[trips];
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            trip.run();
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }

    @Override
    public void close() throws SQLException {
        writes.close();
    }
}
