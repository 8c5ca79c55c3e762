package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Micros;
import io.cloacina.faults.journal.Span;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.FaultyRoad;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.StopMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A new database on a server, which the processes reach by a road that can be broken. */
public final class OnPostgres implements Database {

    /** Few connections are soon made; silence counts as an end after the shortest time there is. */
    private static final String OPTIONS = "?sslmode=disable&poolSize=4&connectTimeout=5&socketTimeout=3";

    private final EmbeddedPostgres server;
    private final PostgresDatabase database;
    private final FaultyRoad road;

    public OnPostgres(EmbeddedPostgres server) {
        this.server = server;
        this.database = server.newDatabase();
        this.road = new FaultyRoad(server.port());
    }

    /** The server, which is somebody else's to close. */
    public EmbeddedPostgres server() {
        return server;
    }

    /**
     * Lets the server crash, lets something happen, and starts it; and makes sure that it is another one. Returns how long
     * it was away, at most: a server that writes through to a busy disk comes back late.
     */
    public Span restarts(StopMode crash, Runnable meanwhile) {
        String before = begun();
        long since = Micros.now();
        server.stop(crash);
        meanwhile.run();
        server.start();
        if (begun().equals(before)) {
            throw new IllegalStateException("The server did not go down");
        }
        return new Span(since, Micros.now());
    }

    private String begun() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_postmaster_start_time()::text")) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot ask since when the server is up", failure);
        }
    }

    /** Between the processes and the server. */
    public FaultyRoad road() {
        return road;
    }

    /** The database past the road. */
    public PostgresDatabase database() {
        return database;
    }

    @Override
    public String url() {
        return road.to(database.url()) + OPTIONS;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = cloacina");
        }
        return connection;
    }

    @Override
    public String hex(String column) {
        return "replace(" + column + "::text, '-', '')";
    }

    @Override
    public String micros(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint";
    }

    @Override
    public boolean isWrittenOnlyBy(long process) {
        return false;
    }

    @Override
    public List<String> damages() {
        return Amcheck.damages(database, "cloacina");
    }

    @Override
    public void close() {
        road.close();
        database.close();
    }
}
