package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.Workload;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The two commits of a round trip as an engine must make them whose bodies run on threads of their own and whose writes go
 * through one: the caller wakes the writer, the writer the body, the body the writer, the writer the caller, who reads his result.
 * Nothing else.
 */
public final class HandedOver implements RoundTrips {

    @Override
    public String name() {
        return "floor, four threads and a result";
    }

    @Override
    public boolean can(Workload workload) {
        return workload instanceof Workload.RoundTrip trip && !trip.otherProcess();
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) throws SQLException {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        ExecutorService body = Executors.newSingleThreadExecutor();
        try (Trips trips = Trips.on(database);
                ResultRead result = ResultRead.on(database)) {
            return trips.times(
                    workload.executions(),
                    () -> result.of(CompletableFuture.supplyAsync(trips::begin, writer)
                            .thenApplyAsync(Function.identity(), body)
                            .thenApplyAsync(trips::ended, writer)
                            .join()));
        } finally {
            body.shutdown();
            writer.shutdown();
        }
    }
}
