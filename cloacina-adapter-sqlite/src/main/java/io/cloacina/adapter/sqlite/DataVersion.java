package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.ports.WakeUps;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Notices commits of other processes by {@code pragma data_version}, which writes nothing and reads no page. It is asked on
 * the writer connection: there, and only there, it does not change by our own commits. While somebody writes it is not
 * asked: the change will still be seen the next time. Processes are not told anything; they ask. Thread-safe.
 */
final class DataVersion implements WakeUps {

    private final WriterLane writer;
    private final FileWatch watch;
    private final ErrorTranslation errors;
    private @Nullable Object connection;
    private long version;

    /** @param watch looked at as often as changes are asked for, so that an idle runner notices too */
    DataVersion(WriterLane writer, FileWatch watch, ErrorTranslation errors) {
        this.writer = writer;
        this.watch = watch;
        this.errors = errors;
    }

    @Override
    public synchronized boolean changedElsewhere() {
        try {
            watch.requireUnmoved();
            return hasChanged();
        } catch (SQLException failure) {
            throw errors.failed("ask for changes", failure);
        }
    }

    private boolean hasChanged() throws SQLException {
        try (Connection free = writer.getConnectionIfFree()) {
            return free != null && hasChanged(free);
        }
    }

    /** A connection that was not asked before cannot tell, and answers that it may be. */
    private boolean hasChanged(Connection free) throws SQLException {
        Object asked = free.unwrap(SQLiteConnection.class);
        long found = version(free);
        boolean changed = asked != connection || found != version;
        connection = asked;
        version = found;
        return changed;
    }

    private static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma data_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void announce() {
        // The file itself tells: see changedElsewhere.
    }

    @Override
    public void onAnnouncement(Runnable callback) {
        // A store that is asked calls nobody back.
    }
}
