package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.FaultyRoad;
import io.cloacina.testsupport.FaultyRoad.Fault;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine is told when the network fails, and what is true then. */
class FaultyRoadTest {

    private static PostgresDatabase database;

    private FaultyRoad road;
    private ExecutionStore store;
    private Submission submission;

    @BeforeAll
    static void create() {
        database = Databases.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void open() {
        road = new FaultyRoad(database.port());
        store = Databases.open(
                road.to(database.url()) + "?sslmode=disable&socketTimeout=3&connectTimeout=2&poolSize=3&listen=off");
        submission = Submission.into(store);
    }

    @AfterEach
    void close() {
        store.close();
        road.close();
    }

    @RepeatedTest(10)
    void an_answer_to_a_commit_that_is_lost_leaves_the_outcome_unknown_and_the_work_durable() {
        NewExecution execution = submission.execution();
        road.breaks(Fault.CUTS_THE_ANSWER_TO_COMMIT);

        assertThatThrownBy(() -> admit(execution)).isInstanceOf(StoreException.OutcomeUnknown.class);
        road.breaks(Fault.NONE);

        await().until(() -> stored(execution).equals("1"));
    }

    @RepeatedTest(10)
    void a_commit_that_never_arrives_leaves_the_outcome_unknown_and_nothing_stored() {
        NewExecution execution = submission.execution();
        road.breaks(Fault.CUTS_BEFORE_COMMIT);

        assertThatThrownBy(() -> admit(execution)).isInstanceOf(StoreException.OutcomeUnknown.class);
        road.breaks(Fault.NONE);

        await().until(() -> Databases.ask(
                        database,
                        "select pid from pg_stat_activity where application_name = 'runner-1' and state <> 'idle'")
                .isEmpty());
        assertThat(stored(execution)).isEqualTo("0");
    }

    /** The time-outs of the URL notice it; without them the call would wait for ever. */
    @Test
    @Timeout(120)
    void a_road_that_swallows_everything_is_noticed_and_forgotten_when_it_is_repaired() {
        road.breaks(Fault.SWALLOWS_EVERYTHING);

        assertThatThrownBy(() -> submission.submit(store))
                .isInstanceOfAny(StoreException.ConnectionLost.class, StoreException.OutOfRoom.class);
        road.breaks(Fault.NONE);

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(StoreException.class)
                .untilAsserted(() -> {
                    submission.submit(store);
                    assertThat(submission.claim(store, 1)).hasSize(1);
                });
    }

    private List<?> admit(NewExecution execution) {
        return store.transact(Lane.WORK, tx -> tx.admit(List.of(execution)));
    }

    private static String stored(NewExecution execution) {
        return Databases.ask(
                        database,
                        "select count(*) from cloacina.workflow_executions where id = '" + execution.id() + "'")
                .get(0);
    }
}
