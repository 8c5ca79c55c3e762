package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.InvariantChecks;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads and processes on one file. No error of SQLite's locks may come through. */
class CrowdTest {

    private static final int THREADS = 16;
    private static final int SUBMISSIONS = 65;
    private static final int EXECUTIONS_OF_EACH = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    /** Submits, claims and completes with 16 threads; tells how many tasks it completed. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try (ExecutionStore store = Databases.open(arguments[0])) {
                System.out.println("open");
                System.out.println("completed " + work(store, arguments[1], threads));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static int work(ExecutionStore store, String worker, ExecutorService threads) throws Exception {
        SingleTasks tasks = new SingleTasks(store, worker).define();
        List<Callable<Integer>> all = IntStream.range(0, THREADS)
                .mapToObj(number -> (Callable<Integer>) () -> submitAndComplete(tasks))
                .toList();
        int completed = 0;
        for (Future<Integer> one : threads.invokeAll(all)) {
            completed += one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return completed;
    }

    private static int submitAndComplete(SingleTasks tasks) {
        int completed = 0;
        for (int number = 0; number < SUBMISSIONS; number++) {
            tasks.submit(EXECUTIONS_OF_EACH);
            completed += tasks.complete(tasks.claim(3));
        }
        for (List<Claim> rest = tasks.claim(10); !rest.isEmpty(); rest = tasks.claim(10)) {
            completed += tasks.complete(rest);
        }
        return completed;
    }

    @Test
    void sixteen_threads_and_two_processes_meet_no_error_and_complete_each_task_once() throws Exception {
        Path file = folder.resolve("crowd.db");
        try (ChildJvm child = ChildJvm.start(Worker.class, file.toString(), "child");
                ExecutionStore store = Databases.open(file.toString())) {
            child.awaitLine("open"::equals, PATIENCE);

            int own = work(store, "parent", threads);
            String told = child.awaitLine(line -> line.startsWith("completed "), PATIENCE);

            assertThat(own + Integer.parseInt(told.substring("completed ".length())))
                    .isEqualTo(2 * THREADS * SUBMISSIONS * EXECUTIONS_OF_EACH);
            assertThat(child.waitFor(PATIENCE)).isZero();
        }
        checkInvariants(file);
    }

    @Test
    void six_processes_that_start_at_once_on_an_empty_file_all_succeed() {
        List<StartingLine> lines = rounds().map(StartingLine::drawn).toList();
        List<ChildJvm> children = Stream.generate(() -> ChildJvm.start(Opener.class, folder.toString()))
                .limit(6)
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
        } finally {
            children.forEach(ChildJvm::close);
        }
    }

    private Stream<Path> rounds() {
        return IntStream.range(0, Opener.ROUNDS).mapToObj(round -> folder.resolve(round + ".line"));
    }

    /** Opens a store of its own, to be warm, and then one that five others open at the same time; several times. */
    static final class Opener {

        static final int ROUNDS = 6;

        private Opener() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            open(folder.resolve("own-" + ProcessHandle.current().pid() + ".db"));
            for (int round = 0; round < ROUNDS; round++) {
                System.out.println("ready");
                StartingLine.await(folder.resolve(round + ".line"));
                open(folder.resolve(round + ".db"));
            }
        }

        private static void open(Path file) {
            Databases.open(file.toString()).close();
        }
    }

    @Test
    void stores_of_one_process_may_start_at_once_on_an_empty_file() throws Exception {
        String file = folder.resolve("many.db").toString();
        List<Callable<ExecutionStore>> openings = IntStream.range(0, 4)
                .mapToObj(number -> (Callable<ExecutionStore>) () -> Databases.open(file))
                .toList();

        for (Future<ExecutionStore> opened : threads.invokeAll(openings)) {
            opened.get().close();
        }
    }

    @Test
    void readers_proceed_during_a_write() throws Exception {
        try (ExecutionStore store = Databases.open(folder.resolve("readers.db").toString())) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            var before = tasks.submit(1).get(0);
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Future<?> writer = threads.submit(() -> store.transact(Lane.WORK, transaction -> {
                var during = tasks.submit(transaction, 1);
                written.countDown();
                awaitUninterrupted(read);
                return during;
            }));
            awaitUninterrupted(written);

            assertThat(store.queries().find(before)).isPresent();
            assertThat(store.queries()
                            .agenda(List.of(SingleTasks.DEFINITION.id()))
                            .claimable())
                    .isTrue();
            assertThat(writer).isNotDone();
            read.countDown();
            writer.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_pool_of_one_refuses_to_wait_for_itself() {
        try (ExecutionStore store = Databases.open(":memory:")) {
            SingleTasks tasks = new SingleTasks(store, "a").define();

            assertThatThrownBy(() -> store.transact(Lane.WORK, transaction -> tasks.submit(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside one of its own transactions");
            assertThat(tasks.submit(1)).hasSize(1);
        }
    }

    @Test
    void whoever_waits_too_long_for_the_writer_is_told_the_state_of_the_pool() throws Exception {
        String url = folder.resolve("busy.db") + "?_busy_timeout=1";
        try (ExecutionStore store = Databases.open(url)) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            Future<?> holder = threads.submit(() -> store.transact(Lane.WORK, transaction -> {
                begun.countDown();
                awaitUninterrupted(over);
                return "held";
            }));
            awaitUninterrupted(begun);

            assertThatThrownBy(() -> tasks.submit(1))
                    .isInstanceOf(StoreException.OutOfRoom.class)
                    .hasMessageContaining("total=1, active=1");
            over.countDown();
            holder.get(10, TimeUnit.SECONDS);
            assertThat(tasks.submit(1)).hasSize(1);
        }
    }

    @Test
    void a_lock_that_another_process_keeps_is_contention() throws Exception {
        Path file = folder.resolve("locked.db");
        try (ExecutionStore store = Databases.open(file + "?_busy_timeout=50");
                Connection stranger = Databases.stranger(file)) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            stranger.createStatement().execute("begin immediate");

            assertThatThrownBy(() -> tasks.submit(1)).isInstanceOf(StoreException.Contended.class);
            stranger.createStatement().execute("rollback");
            assertThat(tasks.submit(1)).hasSize(1);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void checkInvariants(Path file) throws SQLException {
        try (Connection connection = Databases.stranger(file)) {
            InvariantChecks.run(query -> {
                try {
                    return Databases.rows(connection, query);
                } catch (SQLException refused) {
                    throw new IllegalStateException(refused);
                }
            });
            assertThat(Databases.rows(connection, "pragma foreign_key_check")).isEmpty();
            assertThat(Databases.rows(connection, "pragma integrity_check")).containsExactly("ok");
        }
    }
}
