package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.adapter.sqlite.SqliteRoad;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.Verify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trouble with a file that passes: nothing is lost by it, no task fails, and all goes on by itself when it is over. */
class FileTroubleTest extends Chapter implements BackendSource {

    private static final String BULKY = "bulky";
    private static final String BULK = "x".repeat(50_000);
    private static final long JOURNAL_LIMIT = 64 << 20;

    private final SqliteBackend files = new SqliteBackend();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    public Backend newBackend() {
        return files;
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void a_full_disk_holds_up_callers_and_outcomes_and_they_are_stored_when_there_is_room() throws Exception {
        LimitedPages disk = new LimitedPages();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Refusals store = new Refusals(
                Stores.open(SqliteRoad.through(disk::around), backend().url()));
        DefaultRunner runner = open(runnerOn(store).workflows(bulky(begun, release)));
        List<ExecutionHandle> accepted = new ArrayList<>(runner.startAll(BULKY, List.of(Context.empty())));
        begun.await();

        disk.full();
        release.countDown();
        store.awaitMore(StoreException.OutOfRoom.class);
        Newcomer newcomer = Newcomer.of(() -> runner.start(BULKY, Context.of("bulk", BULK)));
        store.awaitMore(StoreException.OutOfRoom.class);
        assertThat(newcomer.answer()).isNotDone();
        assertThat(accepted.get(0).status()).isEqualTo(ExecutionStatus.RUNNING);

        disk.roomy();
        accepted.add(newcomer.answer().get());
        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        assertEachBodyRanOnce(accepted.stream().map(ExecutionHandle::id).toList(), 1);
    }

    private Workflow bulky(CountDownLatch begun, CountDownLatch release) {
        return Workflow.named(BULKY)
                .task("only", context -> {
                    journal().ran(context);
                    begun.countDown();
                    release.await();
                    context.put("result", BULK);
                })
                .build();
    }

    @Test
    void a_lock_that_another_process_keeps_longer_than_the_busy_time_out_is_waited_for() throws Exception {
        Refusals store = new Refusals(Stores.open(backend().url() + "?_busy_timeout=50"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DefaultRunner runner = open(runnerOn(store).workflows(bulky(begun, release)));
        List<ExecutionHandle> accepted = new ArrayList<>(runner.startAll(BULKY, List.of(Context.empty())));
        begun.await();
        Newcomer newcomer;
        try (Connection stranger = backend().connect();
                Statement statement = stranger.createStatement()) {
            statement.execute("begin immediate");
            release.countDown();
            store.awaitMore(StoreException.Contended.class);
            newcomer = Newcomer.of(() -> runner.start(BULKY, Context.empty()));
            store.awaitMore(StoreException.Contended.class);
            assertThat(newcomer.answer()).isNotDone();
            assertThat(accepted.get(0).status()).isEqualTo(ExecutionStatus.RUNNING);
            statement.execute("rollback");
        }
        accepted.add(newcomer.answer().get());

        assertThat(accepted).allSatisfy(Chapter::assertCompleted);
        assertEachBodyRanOnce(accepted.stream().map(ExecutionHandle::id).toList(), 1);
    }

    @Test
    void behind_a_reader_that_never_ends_the_journal_grows_and_is_used_again_when_he_is_gone() throws Exception {
        DefaultRunner runner = open(runner().workflows(bulky(new CountDownLatch(1), new CountDownLatch(0))));
        try (Connection reader = backend().connect();
                Statement statement = reader.createStatement()) {
            runner.execute(BULKY, Context.empty());
            reader.setAutoCommit(false);
            try (ResultSet row = statement.executeQuery("select count(*) from workflow_executions")) {
                row.next();
                executeBulky(runner, 150);
            }
            reader.rollback();
        }
        long grown = journalSize();
        assertThat(grown).isGreaterThan(10 << 20);

        executeBulky(runner, 150);
        assertThat(journalSize())
                .as("what comes now is written over what was there")
                .isLessThan(grown + (5 << 20));
    }

    @Test
    void a_journal_that_grew_beyond_its_limit_is_cut_to_it_when_it_is_used_again() throws Exception {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(journal()::ran)));
        try (Connection reader = backend().connect();
                Connection writer = backend().connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select count(*) from workflow_executions").close();
            writeMoreThanTheLimit(writer);
            assertThat(journalSize()).isGreaterThan(JOURNAL_LIMIT);
            reader.rollback();
        }

        for (int round = 0; round < 5; round++) {
            assertCompleted(runner.start(Shapes.DIAMOND, Context.empty()));
        }
        assertThat(journalSize()).isLessThanOrEqualTo(JOURNAL_LIMIT);
    }

    /** In one transaction, and takes it away again. */
    private static void writeMoreThanTheLimit(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("create table ballast as select zeroblob(" + JOURNAL_LIMIT + ")");
            statement.execute("drop table ballast");
        }
    }

    private static void executeBulky(DefaultRunner runner, int times) {
        List<Context> contexts = Collections.nCopies(times, Context.of("bulk", BULK));
        assertThat(runner.startAll(BULKY, contexts)).allSatisfy(Chapter::assertCompleted);
    }

    private long journalSize() throws IOException {
        return Files.size(Path.of(files.file() + "-wal"));
    }

    @Test
    void a_copy_made_under_load_has_all_that_was_acknowledged_before_and_goes_on() throws Exception {
        DefaultRunner runner = open(runner().settings(Leases.SHORT::in).workflows(Shapes.diamond(journal()::ran)));
        Queue<ExecutionId> accepted = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<?>> callers = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            callers.add(threads.submit(() -> {
                while (!enough.get()) {
                    accepted.add(runner.start(Shapes.DIAMOND, Context.empty()).id());
                }
            }));
        }
        await().atMost(PATIENCE).until(() -> accepted.size() > 100);
        List<ExecutionId> before = List.copyOf(accepted);
        Path copy = folder.resolve("copy.db");
        copyTo(copy);
        enough.set(true);
        for (Future<?> caller : callers) {
            caller.get();
        }

        assertThat(Verify.database(copy.toString()).violations()).isEmpty();
        Journal second = new Journal(folder.resolve("second"));
        try (DefaultRunner restored = DefaultRunner.builder()
                .url(copy.toString())
                .settings(Leases.SHORT::in)
                .workflows(Shapes.diamond(second::ran))
                .open()) {
            assertThat(before)
                    .allSatisfy(id -> assertCompleted(restored.handleOf(id).orElseThrow()));
        }
        assertThat(Verify.database(copy.toString()).violations()).isEmpty();
        assertThat(accepted)
                .allSatisfy(id -> assertCompleted(runner.handleOf(id).orElseThrow()));
    }

    private void copyTo(Path copy) throws SQLException {
        try (Connection stranger = backend().connect();
                Statement statement = stranger.createStatement()) {
            statement.execute("vacuum into '" + copy + "'");
        }
    }
}
