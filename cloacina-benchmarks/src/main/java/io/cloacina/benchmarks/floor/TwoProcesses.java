package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Database;
import io.cloacina.benchmarks.OtherProcess;
import io.cloacina.benchmarks.Shape;
import io.cloacina.benchmarks.Workload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What a round trip through another process cannot do without, on a server: a commit that submits, a notification, a commit
 * there that claims and one that ends, a notification, and a read of the result. One thread on each side, which hands on nothing.
 */
public final class TwoProcesses implements RoundTrips {

    private static final String WORK = "floor_work";
    private static final String ENDED = "floor_ended";

    @Override
    public String name() {
        return "floor, two processes";
    }

    @Override
    public boolean can(Workload workload) {
        return workload instanceof Workload.RoundTrip trip && trip.otherProcess();
    }

    @Override
    public long[] roundTrips(Database database, Workload.RoundTrip workload) throws SQLException {
        UUID definition = Floor.define(database, Shape.single());
        try (OtherProcess other = OtherProcess.start(TwoProcesses.class, database.url(), definition.toString());
                Connection connection = database.connect();
                Bell bell = Bell.listeningTo(ENDED, database.connect());
                Trips trips = new Trips(new PostgresWrites(connection, definition), new Graphs(Shape.single()))) {
            connection.setAutoCommit(false);
            other.awaitOpen();
            trips.times(workload.warmUp(), () -> trip(trips.writes(), bell));
            return trips.times(workload.executions(), () -> trip(trips.writes(), bell));
        }
    }

    private static void trip(FloorWrites writes, Bell bell) {
        try {
            List<UUID> one = Floor.newIds(1);
            writes.submit(one);
            writes.commit();
            bell.ring(WORK);
            bell.await();
            requireCompleted(bell.connection(), one.get(0));
        } catch (SQLException failure) {
            throw new IllegalStateException("the floor could not go to another process", failure);
        }
    }

    private static void requireCompleted(Connection connection, UUID execution) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select status from workflow_executions where id = ?")) {
            statement.setObject(1, execution);
            String status = text(statement);
            if (!status.equals("COMPLETED")) {
                throw new IllegalStateException(execution + " is " + status);
            }
        }
    }

    private static String text(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The other process; its arguments are the database's URL and the definition's id. Runs until it is killed. */
    public static void main(String... arguments) throws SQLException {
        Trips trips = new Trips(
                new PostgresWrites(FloorProcess.connect(arguments[0]), UUID.fromString(arguments[1])),
                new Graphs(Shape.single()));
        Connection listening = FloorProcess.connect(arguments[0]);
        listening.setAutoCommit(true);
        Bell bell = Bell.listeningTo(WORK, listening);
        System.out.println("open");
        while (true) {
            bell.await();
            trips.end(trips.claim());
            bell.ring(ENDED);
        }
    }
}
