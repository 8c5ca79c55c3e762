package io.cloacina.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that work was left for them: after the commit, by a transaction of its own and from a thread of its own,
 * since a notification takes a lock of the whole database at commit and nobody's work should wait for that. Announcements
 * that come together are sent as one, a quarter of the time at most is spent on it, and where another one was asked for in
 * the pause behind the last, ten milliseconds lie between them: soon while the database is idle, seldom while it is busy.
 */
final class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStoreProvider.class);
    private static final int PAUSE_PER_SEND = 3;

    /** From one to the next where they are asked for without end: each wakes every other process. */
    private static final long BUSY_PAUSE_NANOS = 10_000_000;

    /** A lost hint costs nothing that matters, so its commit does not wait for the disk. */
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('" + Announcement.CHANNEL + "', ?)";

    private final Semaphore asked = new Semaphore(0);
    private final DataSource source;
    private final Supplier<Announcement> announcement;
    private final BackgroundLoop loop;

    Announcer(String runner, DataSource source, Supplier<Announcement> announcement) {
        this.source = source;
        this.announcement = announcement;
        this.loop = new BackgroundLoop(runner + "-announcer", this::sendWhenAsked);
    }

    void start() {
        loop.start();
    }

    /** Asks for an announcement; returns at once. */
    void announce() {
        asked.release();
    }

    @Override
    public void close() {
        loop.close(() -> {});
    }

    private void sendWhenAsked() throws InterruptedException {
        asked.acquire();
        asked.drainPermits();
        long begun = System.nanoTime();
        send();
        pause(PAUSE_PER_SEND * (System.nanoTime() - begun));
        if (asked.availablePermits() > 0) {
            pause(begun + BUSY_PAUSE_NANOS - System.nanoTime());
        }
    }

    private void pause(long nanos) throws InterruptedException {
        loop.pause(Duration.ofNanos(Math.max(0, nanos)));
    }

    private void send() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, announcement.get().payload());
            statement.execute();
        } catch (SQLException e) {
            LOG.debug("An announcement was not sent; others find the work when they poll", e);
        }
    }
}
