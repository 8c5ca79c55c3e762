package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Contestant;
import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.Shape;
import io.cloacina.benchmarks.Workload;
import io.cloacina.benchmarks.Workload.Submitters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Submits as an engine must make them whose callers never touch a connection, and whose commits serve all who wait: each caller hands
 * his execution to the writer and sleeps, the writer waits for all of them, commits once, and wakes them. Nothing else.
 */
public final class OneWriter implements Contestant {

    private record Handed(UUID execution, CountDownLatch stored) {}

    @Override
    public String name() {
        return "floor, callers and a writer";
    }

    @Override
    public boolean can(Workload workload) {
        return workload instanceof Workload.Submits submits && submits.submitters() != Submitters.ONE_CALL;
    }

    @Override
    public long submit(Database database, Workload.Submits workload) throws Exception {
        int callers = workload.submitters().threads();
        int each = workload.executions() / callers;
        BlockingQueue<Handed> inbox = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (FloorWrites writes = Floor.writes(database, Floor.define(database, Shape.single()))) {
            long begin = System.nanoTime();
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> call(inbox, each));
            }
            for (int set = 0; set < each; set++) {
                store(writes, taken(inbox, callers));
            }
            return System.nanoTime() - begin;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void call(BlockingQueue<Handed> inbox, int executions) {
        try {
            for (int submitted = 0; submitted < executions; submitted++) {
                Handed handed = new Handed(Floor.newIds(1).get(0), new CountDownLatch(1));
                inbox.add(handed);
                handed.stored().await();
            }
        } catch (InterruptedException noWriterAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Handed> taken(BlockingQueue<Handed> inbox, int callers) throws InterruptedException {
        List<Handed> taken = new ArrayList<>();
        while (taken.size() < callers) {
            taken.add(inbox.take());
        }
        return taken;
    }

    private static void store(FloorWrites writes, List<Handed> handed) throws SQLException {
        writes.submit(handed.stream().map(Handed::execution).toList());
        writes.commit();
        handed.forEach(each -> each.stored().countDown());
    }

    @Override
    public long run(Database database, Workload.Throughput workload) {
        throw new UnsupportedOperationException(name());
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) {
        throw new UnsupportedOperationException(name());
    }
}
