package io.cloacina.adapter.postgres;

import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection that hears every announcement in a database and can make one. The server hands announcements to all who
 * listen in the order of their commits: whoever heard the witness's has got all that the witness heard before it.
 */
final class Witness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final Queue<String> heard = new ArrayDeque<>();

    Witness(PostgresDatabase database) throws SQLException {
        connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Announcement.CHANNEL);
        }
    }

    /** The next announcement, waited for. */
    String next() throws SQLException {
        if (heard.isEmpty()) {
            PGNotification[] news =
                    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(PATIENCE.toMillis()));
            if (news == null || news.length == 0) {
                throw new AssertionError("nothing was announced");
            }
            List.of(news).forEach(each -> heard.add(each.getParameter()));
        }
        return heard.remove();
    }

    /** What is announced until this text is, which is waited for. */
    List<String> before(String payload) throws SQLException {
        List<String> payloads = new ArrayList<>();
        for (String next = next(); !next.equals(payload); next = next()) {
            payloads.add(next);
        }
        return payloads;
    }

    /** Announces this text. */
    void say(String payload) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Announcement.CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
