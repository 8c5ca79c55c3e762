package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.StopMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server in recovery, with databases that were made before: nobody can work on them, and everybody may look. */
class StandbyTest {

    private static EmbeddedPostgres server;
    private static PostgresDatabase good;
    private static PostgresDatabase bad;

    @BeforeAll
    static void launch() {
        server = EmbeddedPostgres.launch(Durability.FAST);
        good = server.newDatabase();
        bad = server.newDatabase();
        Databases.open(good.url()).close();
        try (ExecutionStore store = Databases.open(bad.url())) {
            Submission.into(store).submit(store); // without the history that the engine writes with it
        }
        String directory = Databases.ask(good, "show data_directory").get(0);
        Databases.run(good, "copy (select '') to '" + directory + "/standby.signal'");
        server.stop(StopMode.FAST);
        server.start();
    }

    @AfterAll
    static void shutDown() {
        server.close();
    }

    @Test
    void it_is_refused_to_whoever_would_work() {
        assertThat(Databases.ask(good, "select pg_is_in_recovery()")).containsExactly("t");

        assertThatThrownBy(() -> Databases.open(good.url()))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("accepts no writes");
    }

    @Test
    void it_can_be_looked_through() {
        assertThat(verify(good).isClean()).isTrue();
        assertThat(verify(bad).violations())
                .extracting(violation -> violation.invariant().id())
                .containsExactly("Q7c");
    }

    private static Verification verify(PostgresDatabase database) {
        return new PostgresStoreProvider().verify(new StoreUrl(database.url()), Settings.plain(), 5);
    }
}
