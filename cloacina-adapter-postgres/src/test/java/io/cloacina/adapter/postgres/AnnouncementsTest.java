package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.PostgresDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final Duration SHORTLY = Duration.ofMillis(500);
    private static PostgresDatabase database;

    private final AtomicInteger heard = new AtomicInteger();
    private ExecutionStore speaker;
    private ExecutionStore hearer;

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
        speaker = Databases.open(database.url() + "?poolSize=2&applicationName=speaker");
        hearer = Databases.open(database.url() + "?poolSize=2&applicationName=hearer");
    }

    @AfterEach
    void close() {
        speaker.close();
        hearer.close();
    }

    @Test
    void a_store_hears_what_another_one_announces() {
        startToListen(hearer);
        int before = heard.get();

        speaker.wakeUps().announce();

        await().until(() -> heard.get() > before);
    }

    @Test
    void the_thread_that_hears_bears_a_name_that_no_thread_of_a_runner_has() {
        startToListen(hearer);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("runner-1-announcements")
                .doesNotContain("runner-1-listener");
    }

    @Test
    void nobody_hears_himself() {
        startToListen(hearer);
        int before = heard.get();

        hearer.wakeUps().announce();

        await().during(SHORTLY).until(() -> heard.get() == before);
    }

    @Test
    void nobody_hears_another_tenant() {
        startToListen(hearer);
        int before = heard.get();
        try (ExecutionStore elsewhere = Databases.open(database.url() + "?schema=elsewhere")) {
            elsewhere.wakeUps().announce();

            await().during(SHORTLY).until(() -> heard.get() == before);
        }
    }

    @Test
    void many_announcements_are_sent_as_few() {
        startToListen(hearer);
        int before = heard.get();

        for (int i = 0; i < 10_000; i++) {
            speaker.wakeUps().announce();
        }

        await().until(() -> heard.get() > before);
        await().during(SHORTLY).until(() -> heard.get() <= before + 30);
    }

    @Test
    void a_listener_whose_connection_was_cut_listens_again_and_says_that_it_may_have_missed_something() {
        startToListen(hearer);
        int before = heard.get();

        Databases.ask(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_backend_pid()'");

        await().until(() -> heard.get() > before);
        int again = heard.get();
        await().until(() -> {
            speaker.wakeUps().announce();
            return heard.get() > again;
        });
    }

    @Test
    void a_store_that_was_told_not_to_listen_does_not() {
        try (ExecutionStore deaf = Databases.open(database.url() + "?poolSize=2&listen=off&applicationName=deaf")) {
            deaf.wakeUps().onAnnouncement(heard::incrementAndGet);
            speaker.wakeUps().announce();

            await().during(SHORTLY).until(() -> heard.get() == 0);
            assertThat(deaf.wakeUps().changedElsewhere()).isTrue();
        }
    }

    /** The callback comes once by itself, when the listener is there. */
    private void startToListen(ExecutionStore store) {
        store.wakeUps().onAnnouncement(heard::incrementAndGet);
        await().until(() -> heard.get() > 0);
        await().during(Duration.ofMillis(200)).until(() -> true);
    }
}
