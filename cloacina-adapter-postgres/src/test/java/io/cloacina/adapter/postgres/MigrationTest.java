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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PostgresDatabase database;

    @BeforeEach
    void create() {
        database = Databases.empty();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @RepeatedTest(3)
    void six_processes_that_start_on_one_empty_database_all_succeed() {
        List<ChildJvm> children = Stream.generate(() -> ChildJvm.start(OpensAndWorks.class, database.url()))
                .limit(6)
                .toList();
        try {
            children.forEach(child -> child.awaitLine("ready"::equals, PATIENCE));
            children.forEach(child -> assertThat(child.waitFor(PATIENCE)).isZero());
        } finally {
            children.forEach(ChildJvm::close);
        }
        assertThat(applied("cloacina")).containsExactly("001", "002", "003", "004");
        assertThat(Databases.ask(database, "select count(*) from cloacina.workflow_executions"))
                .containsExactly("6");
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
        return Databases.ask(
                database,
                "select version from " + schema + ".cloacina_schema_history where type = 'SQL' order by version");
    }

    private String identity() {
        return Databases.ask(database, "select id from cloacina.store_identity").get(0);
    }

    /** A process that opens the store, does a little work and ends. */
    static final class OpensAndWorks {
        private OpensAndWorks() {}

        public static void main(String[] arguments) {
            try (ExecutionStore store = Databases.open(arguments[0])) {
                Submission.into(store).submit(store);
                System.out.println("ready");
            }
            System.exit(0);
        }
    }
}
