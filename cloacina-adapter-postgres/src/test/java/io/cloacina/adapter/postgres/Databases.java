package io.cloacina.adapter.postgres;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases of the tests: migrated once, copied for every test class. */
final class Databases {

    private Databases() {}

    /** A database with our schema in it, for the caller alone. */
    static PostgresDatabase migrated() {
        return EmbeddedPostgres.shared().newDatabase(Template.DATABASE);
    }

    /** A database with nothing in it. */
    static PostgresDatabase empty() {
        return EmbeddedPostgres.shared().newDatabase();
    }

    static ExecutionStore open(String url) {
        return open(url, Settings.plain());
    }

    static ExecutionStore open(String url, StoreSettings settings) {
        return new PostgresStoreProvider().open(new StoreUrl(url), settings);
    }

    /** Runs statements as the superuser, each by itself. */
    static void run(PostgresDatabase database, String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query by the superuser. */
    static List<String> ask(PostgresDatabase database, String sql) {
        try (Connection connection = database.connect()) {
            return ask(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /** Made once, by whoever comes first. */
    private static final class Template {
        private static final PostgresDatabase DATABASE = empty();

        static {
            open(DATABASE.url()).close();
        }
    }
}
