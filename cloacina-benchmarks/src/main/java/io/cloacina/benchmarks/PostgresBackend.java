package io.cloacina.benchmarks;

import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A server of its own that waits for the disk, and a database for each measurement. */
final class PostgresBackend implements Backend {

    private final EmbeddedPostgres server = EmbeddedPostgres.launch(
            Durability.DURABLE,
            List.of("shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track=none"));

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Database newDatabase() {
        return new ServerDatabase(server.newDatabase());
    }

    @Override
    public String durability() {
        try (Database database = newDatabase();
                Connection connection = database.connect()) {
            return "fsync=%s synchronous_commit=%s full_page_writes=%s"
                    .formatted(
                            Sql.text(connection, "show fsync"),
                            Sql.text(connection, "show synchronous_commit"),
                            Sql.text(connection, "show full_page_writes"));
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the durability of " + name(), failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private record ServerDatabase(PostgresDatabase database) implements Database {

        @Override
        public String url() {
            return database.url();
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = database.connect();
            connection.setSchema("cloacina");
            return connection;
        }

        @Override
        public Dialect dialect() {
            return Dialect.POSTGRES;
        }

        @Override
        public void tend() throws SQLException {
            Sql.execute(this, "vacuum (analyze)");
        }

        @Override
        public Meter meter() {
            return new PostgresMeter(database);
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
