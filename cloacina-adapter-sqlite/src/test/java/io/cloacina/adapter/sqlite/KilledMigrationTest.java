package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.SchemaName;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.DeadlyStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed in the middle of a migration: the next one that opens the file completes it. */
class KilledMigrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCHEMA = "select type, name, sql from sqlite_schema"
            + " where name not like 'sqlite_%' and name not like 'cloacina_schema_history%' order by type, name";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Applies the migrations as an opening does, and dies of one of their statements. */
    static final class Migrator {

        private Migrator() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            SqliteUrl url = SqliteUrl.parse(new StoreUrl(arguments[0]));
            SessionSource source = new SessionSource(file, url.pragmas(), true, FileWatch.none(), null);
            MigrationLock.holding(file, lock -> {
                new DatabaseFile(file).create();
                try (Connection connection = source.getConnection()) {
                    Ownership.establish(connection, true, SqliteRefusal.at(file));
                }
                new SchemaMigration(
                                DeadlyStatement.in(source, arguments[1]),
                                SqliteOpening.MIGRATIONS,
                                SchemaName.DEFAULT,
                                "the file")
                        .run(SchemaMode.MIGRATE);
                return lock;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table workflow_definitions",
                "create table task_executions",
                "create table task_contexts",
                "create table execution_events",
                "INSERT INTO \"main\".\"cloacina_schema_history\""
            })
    void a_killed_migration_is_completed_by_the_next_opening(String statement) throws Exception {
        Path file = folder.resolve("killed.db");
        try (ChildJvm doomed = ChildJvm.start(Migrator.class, file.toString(), statement)) {
            assertThat(doomed.waitFor(PATIENCE)).as(doomed.errors()).isEqualTo(DeadlyStatement.EXIT_CODE);
        }

        try (ExecutionStore store = Databases.open(file.toString())) {
            assertThat(new SingleTasks(store, "a").define().submit(1)).hasSize(1);
        }
        assertThat(schema(file)).isEqualTo(freshSchema());
    }

    /** What an older version leaves: its own scripts, and work. */
    @Test
    void a_schema_of_an_older_version_is_completed_and_its_work_goes_on() throws Exception {
        Path file = folder.resolve("older.db");
        try (ExecutionStore store = Databases.open(file.toString())) {
            new SingleTasks(store, "a").define();
        }
        List<String> whole = schema(file);
        try (Connection stranger = Databases.stranger(file);
                Statement statement = stranger.createStatement()) {
            statement.execute("drop table execution_events");
            statement.execute("delete from cloacina_schema_history where version = '004'");
        }

        try (ExecutionStore store = Databases.open(file.toString())) {
            SingleTasks tasks = new SingleTasks(store, "b");
            tasks.submit(1);
            assertThat(tasks.complete(tasks.claim(1))).isEqualTo(1);
        }
        assertThat(schema(file)).isEqualTo(whole);
    }

    private List<String> freshSchema() throws SQLException {
        Path file = folder.resolve("fresh.db");
        Databases.open(file.toString()).close();
        return schema(file);
    }

    private static List<String> schema(Path file) throws SQLException {
        try (Connection stranger = Databases.stranger(file)) {
            return Databases.rows(stranger, SCHEMA);
        }
    }
}
