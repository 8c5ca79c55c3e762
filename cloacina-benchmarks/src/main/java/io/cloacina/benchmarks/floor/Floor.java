package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Callers;
import io.cloacina.benchmarks.Contestant;
import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.Shape;
import io.cloacina.benchmarks.Workload;
import io.cloacina.benchmarks.Workload.Submitters;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Raw JDBC. One by one: a transaction per change. In sets: ends and the next claims of a whole set in one transaction. */
public final class Floor implements Contestant {

    private final String name;
    private final int set;
    private final Predicate<Workload> wanted;

    private Floor(String name, int set, Predicate<Workload> wanted) {
        this.name = name;
        this.set = set;
        this.wanted = wanted;
    }

    public static Floor oneByOne() {
        return new Floor("floor, one by one", 1, workload -> true);
    }

    public static Floor inSetsOf(int size) {
        return inSetsOf(size, workload -> true);
    }

    /** In sets of the size that some workloads allow or reward: what could be had there. */
    public static Floor inSetsOf(int size, Predicate<Workload> wanted) {
        return new Floor("floor, sets of " + size, size, wanted);
    }

    @Override
    public String name() {
        return name;
    }

    /** Each change waits for the disk: a tenth tells the rate. */
    @Override
    public double share() {
        return set == 1 ? 0.1 : 1;
    }

    /** The floor of a round trip is its two commits, and they are the same in every process. */
    @Override
    public boolean can(Workload workload) {
        boolean bulk = workload instanceof Workload.Submits submits && submits.submitters() == Submitters.ONE_CALL;
        return wanted.test(workload) && (set == 1 ? !bulk : !(workload instanceof Workload.RoundTrip));
    }

    @Override
    public long run(Database database, Workload.Throughput workload) throws SQLException {
        Shape shape = workload.shape();
        UUID definition = define(database, shape);
        Graphs graphs = new Graphs(shape);
        try (FloorWrites writes = writes(database, definition)) {
            for (int submitted = 0; submitted < workload.executions(); submitted += 500) {
                List<UUID> some = newIds(Math.min(500, workload.executions() - submitted));
                some.forEach(graphs::begin);
                writes.submit(some);
                writes.commit();
            }
            long begin = System.nanoTime();
            int done = set == 1 ? oneByOne(writes, graphs) : new SetLoop(writes, graphs, set).run(workload.tasks());
            long took = System.nanoTime() - begin;
            requireAll(done, workload.tasks());
            return took;
        }
    }

    /**
     * Runs so many of the executions of one task that wait, in sets, after some that warm up.
     *
     * @return the nanoseconds
     */
    public long workOff(Database database, UUID definition, int warmUp, int executions) throws SQLException {
        try (FloorWrites writes = writes(database, definition)) {
            SetLoop loop = new SetLoop(writes, new Graphs(Shape.single()), set);
            requireAll(loop.run(warmUp), warmUp);
            long begin = System.nanoTime();
            requireAll(loop.run(executions), executions);
            return System.nanoTime() - begin;
        }
    }

    private static int oneByOne(FloorWrites writes, Graphs graphs) throws SQLException {
        int done = 0;
        for (List<Step> claimed = claim(writes, 1); !claimed.isEmpty(); claimed = claim(writes, 1)) {
            writes.end(graphs.end(claimed));
            writes.commit();
            done++;
        }
        return done;
    }

    private static List<Step> claim(FloorWrites writes, int limit) throws SQLException {
        List<Step> claimed = writes.claim(limit);
        writes.commit();
        return claimed;
    }

    private static void requireAll(int done, int wanted) {
        if (done != wanted) {
            throw new IllegalStateException("the floor ran " + done + " of " + wanted + " tasks");
        }
    }

    @Override
    public long submit(Database database, Workload.Submits workload) throws Exception {
        UUID definition = define(database, Shape.single());
        int threads = set == 1 ? workload.submitters().threads() : 1;
        int share = workload.executions() / threads;
        List<FloorWrites> connections = new ArrayList<>();
        try {
            for (int thread = 0; thread < threads; thread++) {
                connections.add(writes(database, definition)); // as everybody's, opened before the clock runs
            }
            long begin = System.nanoTime();
            Callers.call(threads, number -> submit(connections.get(number), share));
            return System.nanoTime() - begin;
        } finally {
            for (FloorWrites connection : connections) {
                connection.close();
            }
        }
    }

    private void submit(FloorWrites writes, int executions) throws SQLException {
        for (int submitted = 0; submitted < executions; submitted += set) {
            writes.submit(newIds(Math.min(set, executions - submitted)));
            writes.commit();
        }
    }

    /** The two commits that a durable execution of one task cannot do without. */
    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) throws SQLException {
        try (Trips trips = Trips.on(database)) {
            return trips.times(workload.executions(), () -> trips.end(trips.begin()));
        }
    }

    /** Cloacina makes its tables and stores the definition; everything after that is ours. */
    public static UUID define(Database database, Shape shape) {
        Workflow workflow = shape.workflow(context -> {});
        DefaultRunner.open(database.url(), workflow).close();
        return workflow.definition().id();
    }

    static FloorWrites writes(Database database, UUID definition) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return switch (database.dialect()) {
            case SQLITE -> new SqliteWrites(connection, definition);
            case POSTGRES -> new PostgresWrites(connection, definition);
        };
    }

    /** In the order of time, as Cloacina's own: the index grows at its end. */
    static List<UUID> newIds(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long most = (System.currentTimeMillis() << 16) | 0x7000 | (i & 0xfff);
            ids.add(new UUID(most, (ThreadLocalRandom.current().nextLong() >>> 2) | Long.MIN_VALUE));
        }
        return ids;
    }
}
