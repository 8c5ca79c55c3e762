package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.SchemaMigration;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.DeadlyStatement;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    /** What an older version leaves: its own scripts, and work. */
    @Test
    void a_schema_of_an_older_version_is_completed_and_its_work_goes_on() {
        Submission left;
        ExecutionId execution;
        try (ExecutionStore store = Databases.open(database.url())) {
            left = Submission.into(store);
            execution = left.submit(store);
        }
        Databases.run(
                database,
                "drop table cloacina.execution_events",
                "delete from cloacina.cloacina_schema_history where version = '004'");

        try (ExecutionStore store = Databases.open(database.url())) {
            List<Claim> claims = left.claim(store, 2);
            assertThat(claims)
                    .extracting(claim -> claim.ref().task().execution())
                    .containsExactly(execution);
            assertThat(complete(store, claims.get(0).ref())).hasSize(1);
        }
        assertThat(schema(database)).isEqualTo(migratedSchema());
    }

    private static List<ClaimEnd> complete(ExecutionStore store, ClaimRef claim) {
        ExecutionId execution = claim.task().execution();
        return store.transact(Lane.WORK, tx -> {
            tx.lock(List.of(execution));
            List<ClaimEnd> ends = tx.end(List.of(new ClaimEnd(claim, ClaimEnd.Kind.COMPLETED, Duration.ZERO, null)));
            tx.record(List.of(
                    new ExecutionEvent(execution, EventKind.TASK_COMPLETED, 0, claim.epoch(), 1, "worker", null)));
            return ends;
        });
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
