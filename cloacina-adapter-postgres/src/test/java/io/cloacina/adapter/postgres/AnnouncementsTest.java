package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final String SCHEMA = "cloacina";
    private static final String MARK = SCHEMA + " 0";
    private static PostgresDatabase database;

    private final AtomicInteger heard = new AtomicInteger();
    private Witness witness;
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
    void open() throws SQLException {
        witness = new Witness(database);
        speaker = Databases.open(database.url() + "?poolSize=2&applicationName=speaker");
        hearer = Databases.open(database.url() + "?poolSize=2&applicationName=hearer");
    }

    @AfterEach
    void close() throws SQLException {
        speaker.close();
        hearer.close();
        witness.close();
    }

    @Test
    void a_store_hears_what_another_one_announces() throws SQLException {
        startToListen(hearer);
        int before = heard.get();

        speaker.wakeUps().announce();

        await().until(() -> heard.get() > before);
    }

    @Test
    void the_thread_that_hears_bears_a_name_that_no_thread_of_a_runner_has() throws SQLException {
        startToListen(hearer);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("runner-1-announcements")
                .doesNotContain("runner-1-listener");
    }

    @Test
    void nobody_hears_himself() throws SQLException {
        String own = startToListen(hearer);
        int before = heard.get();

        hearer.wakeUps().announce();

        assertThat(witness.next()).isEqualTo(own);
        assertThat(heardAfterMark()).isEqualTo(before + 1);
    }

    @Test
    void nobody_hears_another_tenant() throws SQLException {
        startToListen(hearer);
        int before = heard.get();
        try (ExecutionStore elsewhere = Databases.open(database.url() + "?schema=elsewhere")) {
            elsewhere.wakeUps().announce();

            assertThat(witness.next()).isEqualTo("elsewhere 0");
            assertThat(heardAfterMark()).isEqualTo(before + 1);
        }
    }

    @Test
    void many_announcements_are_sent_as_few() throws SQLException {
        for (int i = 0; i < 10_000; i++) {
            speaker.wakeUps().announce();
        }
        await().until(() -> threads("-announcer").stream().allMatch(AnnouncementsTest::hasNothingToDo));
        witness.say("the end");

        assertThat(witness.before("the end")).hasSizeBetween(1, 100);
    }

    /** Only a lower bound: a busy machine needs longer. */
    @Test
    void announcements_that_are_asked_for_without_end_are_sent_ten_milliseconds_apart() throws SQLException {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                speaker.wakeUps().announce();
            }
        });
        witness.next();
        long first = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            witness.next();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - first);
        enough.set(true);
        asking.join();

        assertThat(took).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void a_listener_whose_connection_was_cut_listens_again_and_says_that_it_may_have_missed_something()
            throws SQLException {
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
    void a_store_that_was_told_not_to_listen_does_not() throws SQLException {
        try (ExecutionStore deaf = Databases.open(database.url() + "?poolSize=2&listen=off&applicationName=deaf")) {
            List<Thread> before = threads("-announcements");
            deaf.wakeUps().onAnnouncement(heard::incrementAndGet);
            assertThat(threads("-announcements")).isEqualTo(before);

            speaker.wakeUps().announce();

            assertThat(witness.next()).isEqualTo(MARK);
            assertThat(heard).hasValue(0);
            assertThat(deaf.wakeUps().changedElsewhere()).isTrue();
        }
    }

    private static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith(name))
                .toList();
    }

    /** It waits without a limit: a pause and a wait for the server have one. */
    private static boolean hasNothingToDo(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    /** The callback comes once by itself, when the listener is there, and its own announcement goes round; returns that. */
    private String startToListen(ExecutionStore store) throws SQLException {
        store.wakeUps().onAnnouncement(heard::incrementAndGet);
        String echo = witness.next();
        assertThat(echo).startsWith(SCHEMA + " ").isNotEqualTo(MARK);
        assertThat(heard.get()).isPositive();
        return echo;
    }

    /** What was announced before the mark has been heard with it, or never will be. */
    private int heardAfterMark() throws SQLException {
        int before = heard.get();
        witness.say(MARK);
        await().until(() -> heard.get() > before);
        return heard.get();
    }
}
