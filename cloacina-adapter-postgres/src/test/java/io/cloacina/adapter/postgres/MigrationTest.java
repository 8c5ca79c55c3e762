package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.SchemaName;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = 3;
    private static final int PROCESSES = 6;

    private PostgresDatabase database;

    @BeforeEach
    void create() {
        database = Databases.empty();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void six_processes_that_start_at_once_on_an_empty_database_all_succeed(@TempDir Path folder) {
        List<PostgresDatabase> empty =
                Stream.generate(Databases::empty).limit(ROUNDS).toList();
        List<StartingLine> lines = IntStream.range(0, ROUNDS)
                .mapToObj(round -> StartingLine.drawn(OpensAndWorks.line(folder, round)))
                .toList();
        String[] arguments = Stream.concat(
                        Stream.of(folder.toString()), empty.stream().map(PostgresDatabase::url))
                .toArray(String[]::new);
        List<ChildJvm> children = Stream.generate(() -> ChildJvm.start(OpensAndWorks.class, arguments))
                .limit(PROCESSES)
                .toList();
        try {
            for (StartingLine line : lines) {
                children.forEach(child -> child.awaitLine("ready"::equals, PATIENCE));
                line.close();
            }
            assertThat(children)
                    .allSatisfy(child -> assertThat(child.waitFor(PATIENCE))
                            .as(child.errors())
                            .isZero());
            assertThat(empty).allSatisfy(MigrationTest::assertMigratedOnceAndUsedByAll);
        } finally {
            children.forEach(ChildJvm::close);
            empty.forEach(PostgresDatabase::close);
        }
    }

    private static void assertMigratedOnceAndUsedByAll(PostgresDatabase database) {
        assertThat(applied(database, "cloacina")).containsExactly("001", "002", "003", "004");
        assertThat(Databases.ask(database, "select count(*) from cloacina.workflow_executions"))
                .containsExactly(String.valueOf(PROCESSES));
    }

    @Test
    void opening_again_changes_nothing() {
        Databases.open(database.url()).close();
        String before = identity();

        Databases.open(database.url()).close();

        assertThat(identity()).isEqualTo(before);
        assertThat(applied("cloacina")).hasSize(4);
    }

    @Test
    void a_schema_that_is_up_to_date_is_known_for_it_without_flyway() {
        Databases.open(database.url(), Settings.withSchema("order")).close();
        assertThat(migration("order").isApplied()).isTrue();
        assertThat(migration("cloacina").isApplied()).isFalse();
    }

    private SchemaMigration migration(String schema) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        return new SchemaMigration(source, Opening.MIGRATIONS, SchemaName.of(schema), database.name());
    }

    @Test
    void two_tenants_of_one_database_never_see_each_other() {
        try (ExecutionStore one = Databases.open(database.url(), Settings.withSchema("tenant_1"));
                ExecutionStore other = Databases.open(database.url() + "?schema=order")) {
            Submission submission = Submission.into(one);
            var execution = submission.submit(one);

            assertThat(one.queries().find(execution)).isPresent();
            assertThat(other.queries().find(execution)).isEmpty();
            assertThat(submission.claim(other, 10)).isEmpty();
            assertThat(submission.claim(one, 10)).hasSize(1);
        }
        assertThat(applied("tenant_1")).isEqualTo(applied("\"order\""));
    }

    @Test
    void tables_of_a_host_application_in_the_same_schema_stay_as_they_are() {
        Databases.run(
                database,
                "create schema shop",
                "create table shop.flyway_schema_history (note text)",
                "insert into shop.flyway_schema_history values ('theirs')");

        Databases.open(database.url() + "?schema=shop").close();

        assertThat(Databases.ask(database, "select note from shop.flyway_schema_history"))
                .containsExactly("theirs");
    }

    @Test
    void a_missing_schema_is_refused_when_it_may_only_be_verified() {
        assertThatThrownBy(() -> Databases.open(database.url(), Settings.verifying()))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("MIGRATE")
                .hasMessageNotContaining(database.password());
        assertThat(Databases.ask(database, "select nspname from pg_namespace where nspname = 'cloacina'"))
                .isEmpty();
    }

    @Test
    void a_schema_of_a_newer_version_is_refused() {
        Databases.open(database.url()).close();
        Databases.run(
                database,
                "insert into cloacina.cloacina_schema_history select 99, '999', 'future', 'SQL', 'V999__future.sql', 1,"
                        + " 'someone', now(), 1, true");

        assertThatThrownBy(() -> Databases.open(database.url())).isInstanceOf(StoreException.Unusable.class);
        assertThatThrownBy(() -> Databases.open(database.url(), Settings.verifying()))
                .isInstanceOf(StoreException.Unusable.class);
    }

    @Test
    void a_role_without_the_right_to_make_tables_runs_on_a_schema_that_others_made() {
        Databases.open(database.url()).close();
        Databases.run(database, Roles.runner("clerk_" + database.name()));
        String url = database.url()
                .replace(database.user() + ":" + database.password(), Roles.login("clerk_" + database.name()));

        try (ExecutionStore store = Databases.open(url, Settings.verifying())) {
            Submission submission = Submission.into(store);
            ExecutionId id = submission.submit(store);
            assertThat(submission.claim(store, 1)).hasSize(1);
            store.transact(Lane.WORK, tx -> {
                tx.lock(List.of(id));
                tx.record(List.of(new ExecutionEvent(id, EventKind.EXECUTION_STARTED, null, 0, 0, "worker", null)));
                return id;
            });
            assertThat(store.queries().history(id, 0, 10)).hasSize(1);
        }
        assertThatThrownBy(() -> Databases.open(url + "?schema=elsewhere"))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("may create tables");
        dropRole();
    }

    private void dropRole() {
        Databases.run(database, "drop owned by clerk_" + database.name(), "drop role clerk_" + database.name());
    }

    private List<String> applied(String schema) {
        return applied(database, schema);
    }

    private static List<String> applied(PostgresDatabase database, String schema) {
        return Databases.ask(
                database,
                "select version from " + schema + ".cloacina_schema_history where type = 'SQL' order by version");
    }

    private String identity() {
        return Databases.ask(database, "select id from cloacina.store_identity").get(0);
    }

    /** Opens one store after the other, each when its line is let go, and does a little work there. */
    static final class OpensAndWorks {
        private OpensAndWorks() {}

        static Path line(Path folder, int round) {
            return folder.resolve(round + ".line");
        }

        public static void main(String[] arguments) {
            for (int round = 0; round < arguments.length - 1; round++) {
                System.out.println("ready");
                StartingLine.await(line(Path.of(arguments[0]), round));
                try (ExecutionStore store = Databases.open(arguments[round + 1])) {
                    Submission.into(store).submit(store);
                }
            }
            System.exit(0);
        }
    }
}
