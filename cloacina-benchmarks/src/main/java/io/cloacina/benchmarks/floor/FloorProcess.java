package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Shape;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One of several processes of raw JDBC that share a backlog of one-task workflows on a PostgreSQL server: ends a set and claims the
 * next in one transaction, and looks for work while there is none, until it is killed.
 */
public final class FloorProcess {

    private static final int SET = 64;
    private static final long IDLE_MILLIS = 5;

    private FloorProcess() {}

    /** The process; its arguments are the database's URL and the definition's id. */
    public static void main(String... arguments) throws SQLException, InterruptedException {
        try (FloorWrites writes = new PostgresWrites(connect(arguments[0]), UUID.fromString(arguments[1]))) {
            System.out.println("open");
            CountDownLatch never = new CountDownLatch(1);
            do {
                new SetLoop(writes, new Graphs(Shape.single()), SET).run(Integer.MAX_VALUE);
            } while (!never.await(IDLE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    static Connection connect(String url) throws SQLException {
        URI address = URI.create(url);
        String[] login = address.getUserInfo().split(":", -1);
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://"
                        + address.getAuthority().substring(address.getUserInfo().length() + 1) + address.getPath(),
                login[0],
                login[1]);
        connection.setSchema("cloacina");
        connection.setAutoCommit(false);
        return connection;
    }
}
