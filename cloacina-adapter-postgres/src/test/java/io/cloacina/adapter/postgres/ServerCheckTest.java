package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits.Durability;
import io.cloacina.testsupport.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which servers are refused before anything is stored. */
class ServerCheckTest {

    private static final ServerCheck GOOD = new ServerCheck(180000, "UTF8", false, "read committed", "on", true, true);

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
    void a_good_server_is_accepted() {
        assertThat(GOOD.refuseUnfit().warnOfRisks("runner-1")).isEqualTo(GOOD);
    }

    @Test
    void an_old_server_is_refused() {
        assertThatThrownBy(
                        () -> new ServerCheck(120000, "UTF8", false, "read committed", "on", true, true).refuseUnfit())
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("PostgreSQL 13");
    }

    @Test
    void a_database_of_another_encoding_is_refused() {
        String latin = "latin_" + database.name();
        Databases.run(database, "create database " + latin + " encoding 'LATIN1' locale 'C' template template0");
        try {
            assertRefused(database.url().replace("/" + database.name(), "/" + latin), "LATIN1");
        } finally {
            Databases.run(database, "drop database " + latin + " with (force)");
        }
    }

    @Test
    void a_server_that_takes_no_writes_is_refused() {
        set("default_transaction_read_only = on");

        assertRefused(database.url(), "accepts no writes");
    }

    @Test
    void behind_a_pooler_a_role_that_may_lose_commits_is_refused_with_the_remedy() {
        set("synchronous_commit = off");

        assertRefused(database.url() + "?pooler=transaction", "alter role … set synchronous_commit = on");
    }

    @Test
    void behind_a_pooler_a_role_of_another_isolation_is_refused_with_the_remedy() {
        set("synchronous_commit = on");
        set("default_transaction_isolation = 'repeatable read'");

        assertRefused(database.url() + "?pooler=transaction", "default_transaction_isolation");
    }

    @Test
    void behind_a_pooler_a_role_with_the_settings_works() {
        set("synchronous_commit = on");

        try (ExecutionStore store = Databases.open(database.url() + "?pooler=transaction")) {
            Submission submission = Submission.into(store);
            submission.submit(store);
            assertThat(submission.claim(store, 1)).hasSize(1);
        }
    }

    @Test
    void a_server_that_does_not_wait_for_its_disk_says_so_in_the_traits() {
        try (ExecutionStore store = Databases.open(database.url())) {
            assertThat(store.traits().durability()).isEqualTo(Durability.PROCESS_CRASH);
        }
    }

    private void set(String setting) {
        Databases.run(database, "alter database " + database.name() + " set " + setting);
    }

    private static void assertRefused(String url, String reason) {
        assertThatThrownBy(() -> Databases.open(url))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(reason);
    }
}
