package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    private static PostgresDatabase database;

    @BeforeAll
    static void create() {
        database = Databases.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_runner_has_two_connections_under_its_name_from_the_start_and_one_more_to_listen() {
        try (ExecutionStore store = Databases.open(database.url())) {
            await().until(() -> sessions("runner-1"), List.of("2", "3")::contains); // a pool has one to spare at times
            store.wakeUps().onAnnouncement(() -> {});
            await().until(() -> sessions("runner-1"), List.of("3", "4")::contains);
        }
        await().until(() -> sessions("runner-1"), "0"::equals);
    }

    @Test
    void there_are_ten_once_nine_transactions_need_them_at_once() throws Exception {
        try (ExecutionStore store = Databases.open(database.url() + "?application_name=many&listen=off")) {
            inTransactions(9, store, () -> await().until(() -> sessions("many"), "10"::equals));
        }
    }

    @Test
    void the_pool_has_the_size_that_was_asked_for() throws Exception {
        try (ExecutionStore store = Databases.open(database.url() + "?poolSize=3&application_name=small&listen=off")) {
            store.wakeUps().onAnnouncement(() -> {});

            inTransactions(2, store, () -> await().until(() -> sessions("small"), "3"::equals));
            assertThat(store.traits().maxWriters()).isEqualTo(2);
            assertThat(store.traits().wakeUps()).isEqualTo(StoreTraits.WakeUpKind.POLL);
        }
    }

    private static void inTransactions(int count, ExecutionStore store, Runnable look) throws Exception {
        var busy = new CountDownLatch(count);
        var done = new CountDownLatch(1);
        ExecutorService elsewhere = Executors.newFixedThreadPool(count);
        try {
            Callable<Boolean> transaction = () -> store.transact(Lane.WORK, tx -> {
                tx.claimsOf("nobody");
                busy.countDown();
                return awaited(done);
            });
            List<Future<Boolean>> running = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                running.add(elsewhere.submit(transaction));
            }
            assertThat(busy.await(30, TimeUnit.SECONDS))
                    .as("all are in a transaction")
                    .isTrue();
            look.run();
            done.countDown();
            for (Future<Boolean> ended : running) {
                assertThat(ended.get()).isTrue();
            }
        } finally {
            done.countDown();
            elsewhere.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "transaction_isolation, read committed",
        "synchronous_commit, on",
        "lock_timeout, 10s",
        "statement_timeout, 20s",
        "idle_in_transaction_session_timeout, 30s",
        "search_path, pg_catalog",
        "client_encoding, UTF8",
        "enable_seqscan, off",
    })
    void every_session_is_set_whatever_the_server_prefers(String setting, String value) throws SQLException {
        Databases.run(
                database,
                "alter database " + database.name() + " set default_transaction_isolation = 'serializable'",
                "alter database " + database.name() + " set synchronous_commit = off",
                "alter database " + database.name() + " set search_path = hostile",
                "alter database " + database.name() + " set lock_timeout = 0");
        try (Connection connection = sources(database.url()).forWork().getConnection()) {
            assertThat(Databases.ask(connection, "show " + setting)).containsExactly(value);
        } finally {
            Databases.run(database, "alter database " + database.name() + " reset all");
        }
    }

    @Test
    void heartbeats_give_up_sooner_than_work() throws SQLException {
        try (Connection connection = sources(database.url()).forHeartbeats().getConnection()) {
            assertThat(Databases.ask(connection, "show statement_timeout")).containsExactly("6666ms");
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
        }
    }

    @Test
    void behind_a_pooler_nothing_is_asked_of_the_session() throws SQLException {
        try (Connection connection =
                sources(database.url() + "?pooler=transaction").forWork().getConnection()) {
            assertThat(Databases.ask(connection, "show lock_timeout")).containsExactly("0");
            assertThat(Databases.ask(connection, "show search_path")).containsExactly("\"$user\", public");
        }
    }

    @Test
    void the_database_of_the_url_is_the_one_that_is_used() throws SQLException {
        try (Connection connection = sources(database.url()).forWork().getConnection()) {
            assertThat(Databases.ask(connection, "select current_database()")).containsExactly(database.name());
        }
    }

    @Test
    void heartbeats_go_on_while_all_other_connections_are_busy_and_work_gives_up_in_time() throws Exception {
        String url = database.url() + "?poolSize=2&connectTimeout=1&listen=off";
        var busy = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try (ExecutionStore store = Databases.open(url)) {
            var task = elsewhere.submit(() -> store.transact(Lane.WORK, tx -> {
                tx.claimsOf("nobody");
                busy.countDown();
                return awaited(done);
            }));
            busy.await();

            List<Claim> held = store.transact(Lane.HEARTBEAT, tx -> tx.claimsOf("nobody"));
            assertThat(held).isEmpty();
            assertThatThrownBy(() -> store.transact(Lane.WORK, tx -> tx.claimsOf("nobody")))
                    .isInstanceOf(StoreException.OutOfRoom.class);
            done.countDown();
            task.get();
        } finally {
            elsewhere.shutdownNow();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Sources sources(String url) {
        return new Sources(PostgresConfigTest.config(url));
    }

    private static String sessions(String name) {
        List<String> count = Databases.ask(
                database,
                "select count(*) from pg_stat_activity where datname = current_database()" + " and application_name = '"
                        + name + "'");
        return count.get(0);
    }
}
