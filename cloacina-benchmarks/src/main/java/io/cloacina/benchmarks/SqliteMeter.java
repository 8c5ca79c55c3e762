package io.cloacina.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads the write-ahead log, and keeps it from being begun anew by a reader that stays at the beginning. It tells what was
 * committed; how many statements ran it cannot: SQLite counts those for each connection only ({@code sqlite_stmt}, {@code
 * sqlite3_trace_v2}, {@code sqlite3_stmt_status}), and the driver's build has the first left out and gives no way to the others.
 */
final class SqliteMeter implements Meter {

    private final Path file;
    private final Connection reader;
    private final WriteAheadLog before;

    SqliteMeter(Path file) {
        this.file = file;
        try {
            this.reader = DriverManager.getConnection("jdbc:sqlite:" + file);
            Sql.text(reader, "pragma journal_mode = wal");
            reader.setAutoCommit(false);
            Sql.text(reader, "select count(*) from workflow_executions");
            this.before = WriteAheadLog.of(file);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot keep the write-ahead log", failure);
        }
    }

    @Override
    public Map<String, Long> read() {
        WriteAheadLog now = WriteAheadLog.of(file);
        return Map.of("commits", now.commits() - before.commits(), "pages written", now.pages() - before.pages());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot end the reader", failure);
        }
    }
}
