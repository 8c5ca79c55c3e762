package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that takes no more connections: others have them all, and ours were cut. That passes, and until then nobody is to blame. */
class CrowdedServerTest {

    private PostgresDatabase database;
    private String clerk;
    private String url;

    @BeforeEach
    void hireClerk() {
        database = Databases.migrated();
        clerk = "crowded_" + database.name();
        Databases.run(database, Roles.runner(clerk));
        url = database.url().replace(database.user() + ":" + database.password(), Roles.login(clerk))
                + "?poolSize=2&listen=off&connectTimeout=1";
    }

    @AfterEach
    void dismissClerk() {
        Databases.run(database, "drop owned by " + clerk, "drop role " + clerk);
        database.close();
    }

    @Test
    void work_is_out_of_room_and_goes_on_when_there_is_room_again() {
        try (ExecutionStore store = Databases.open(url, Settings.verifying())) {
            Submission submission = Submission.into(store);
            ExecutionId before = submission.submit(store);
            crowd();

            await("until the connections that were ended are out of the pool")
                    .untilAsserted(() -> assertThatThrownBy(() -> submission.submit(store))
                            .isInstanceOf(StoreException.OutOfRoom.class)
                            .hasMessageContaining("SQLState 53300"));

            makeRoom();
            await().ignoreExceptionsInstanceOf(StoreException.class)
                    .untilAsserted(() -> assertThat(submission.claim(store, 10))
                            .extracting(claim -> claim.ref().task().execution())
                            .containsExactly(before));
        }
    }

    @Test
    void whoever_opens_is_told_in_one_line_and_may_open_when_there_is_room() {
        crowd();

        assertThatThrownBy(() -> Databases.open(url, Settings.verifying()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("53300")
                .message()
                .doesNotContain("\n");
        makeRoom();
        Databases.open(url, Settings.verifying()).close();
    }

    private void crowd() {
        Databases.run(
                database,
                "alter role " + clerk + " connection limit 0",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '" + clerk + "'");
    }

    private void makeRoom() {
        Databases.run(database, "alter role " + clerk + " connection limit -1");
    }
}
