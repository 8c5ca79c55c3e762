package io.cloacina.soak;

import io.cloacina.faults.stage.Database;
import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What a database needs, seen from outside. */
record Storage(Backend backend, Database database) {

    private static final String DEAD_ROWS = """
            select coalesce(sum(n_dead_tup)::float8 / nullif(sum(n_live_tup), 0), 0)
            from pg_stat_user_tables""";
    private static final String CONNECTIONS = """
            select count(*)
            from pg_stat_activity
            where datname = current_database()
                and pid <> pg_backend_pid()""";
    private static final String FREE_PAGES = """
            select freelist_count * 1.0 / page_count
            from pragma_freelist_count, pragma_page_count""";
    private static final String SIZE = """
            select page_count * page_size
            from pragma_page_count, pragma_page_size""";

    /** The numbers of this moment, by their names. */
    Map<String, Double> look() throws SQLException {
        try (Connection connection = database.connect()) {
            return backend == Backend.SQLITE ? file(connection) : server(connection);
        }
    }

    /** Its length is asked of the folder: nobody but SQLite may open these files. */
    private Map<String, Double> file(Connection connection) throws SQLException {
        return Map.of(
                "write-ahead log", (double) new File(database.url() + "-wal").length(),
                "dead rows per live row", number(connection, FREE_PAGES),
                "database", number(connection, SIZE));
    }

    private static Map<String, Double> server(Connection connection) throws SQLException {
        return Map.of(
                "connections", number(connection, CONNECTIONS),
                "dead rows per live row", number(connection, DEAD_ROWS),
                "database", number(connection, "select pg_database_size(current_database())"));
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
