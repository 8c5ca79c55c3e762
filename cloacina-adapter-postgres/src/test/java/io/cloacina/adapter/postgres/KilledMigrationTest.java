package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.SchemaMigration;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.DeadlyStatement;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed in the middle of a migration: the next one that opens the database completes it. */
class KilledMigrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PostgresDatabase database;

    @BeforeEach
    void create() {
        database = Databases.empty();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Applies the migrations as an opening does, and dies of one of their statements. */
    static final class Migrator {

        private Migrator() {}

        public static void main(String[] arguments) {
            PostgresConfig config = PostgresConfig.of(new StoreUrl(arguments[0]), Settings.plain());
            new SchemaMigration(
                            DeadlyStatement.in(new Sources(config).forMigrations(), arguments[1]),
                            Opening.MIGRATIONS,
                            config.schema(),
                            "the database")
                    .run(SchemaMode.MIGRATE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workflow_definitions (",
                "task_executions (",
                "task_contexts (",
                "execution_events (",
                "INSERT INTO \"cloacina\".\"cloacina_schema_history\""
            })
    void a_killed_migration_is_completed_by_the_next_opening(String statement) {
        try (ChildJvm doomed = ChildJvm.start(Migrator.class, database.url(), statement)) {
            assertThat(doomed.waitFor(PATIENCE)).as(doomed.errors()).isEqualTo(DeadlyStatement.EXIT_CODE);
        }

        try (ExecutionStore store = Databases.open(database.url())) {
            Submission submission = Submission.into(store);
            submission.submit(store);
            assertThat(submission.claim(store, 1)).hasSize(1);
        }
        assertThat(schema(database)).isEqualTo(migratedSchema());
    }

    private static List<String> migratedSchema() {
        try (PostgresDatabase fresh = Databases.migrated()) {
            return schema(fresh);
        }
    }

    private static List<String> schema(PostgresDatabase any) {
        return Databases.ask(any, """
                select table_name || ' ' || column_name || ' ' || data_type
                from information_schema.columns
                where table_schema = 'cloacina'
                union all
                select indexdef
                from pg_indexes
                where schemaname = 'cloacina'
                order by 1
                """);
    }
}
