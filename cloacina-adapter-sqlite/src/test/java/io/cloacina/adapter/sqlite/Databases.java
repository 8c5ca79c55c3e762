package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.jpa.JpaStore;
import io.cloacina.jpa.SchemaName;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Opens stores as a runner would, and databases as a stranger would. */
final class Databases {

    /** The clocks of this machine. */
    static final TimeSource CLOCK = new TimeSource() {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    private Databases() {}

    static ExecutionStore open(String url) {
        return open(url, CLOCK, SchemaMode.MIGRATE);
    }

    static ExecutionStore open(String url, TimeSource time, SchemaMode mode) {
        return new SqliteStoreProvider()
                .open(new StoreUrl(url), new StoreSettings("test-runner", time, mode, null, FaultPoints.NONE));
    }

    /** A store on a migrated file whose connections come by these lanes. */
    static ExecutionStore open(SqliteUrl url, ConnectionLanes lanes, WriterLane watched) {
        String name = "The SQLite database";
        StoreSettings settings = new StoreSettings("test-runner", CLOCK, SchemaMode.MIGRATE, null, FaultPoints.NONE);
        return JpaStore.open(
                name,
                new SqliteOpening(url, settings, UnaryOperator.identity()).dialect(),
                SchemaName.DEFAULT,
                lanes,
                new DataVersion(watched, FileWatch.none(), new ErrorTranslation(name, SqliteErrors.TABLE)),
                settings);
    }

    /** A connection with nothing of the adapter's, but foreign keys. */
    static Connection stranger(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?foreign_keys=on&busy_timeout=10000");
    }

    /** The rows of a query, each as a readable text. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            Object value = result.getObject(column);
            columns.add(
                    value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : String.valueOf(value));
        }
        return String.join(" ", columns);
    }
}
