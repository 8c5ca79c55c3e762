package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.SmallDisk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL whose tables have no room left on their disk: all waits, and goes on by itself when there is room again. */
@EnabledIf(value = "io.cloacina.testsupport.SmallDisk#isPossible", disabledReason = SmallDisk.NONE)
class FullServerTest extends Chapter implements BackendSource {

    private static final int MEBIBYTES = 32;
    private static final String BULKY = "bulky";

    private static @Nullable EmbeddedPostgres server;
    private static PostgresDatabase filler;
    private static PostgresDatabase full;

    @BeforeAll
    static void launch(@TempDir Path mount) throws SQLException {
        SmallDisk disk = new SmallDisk(mount, MEBIBYTES);
        server = EmbeddedPostgres.launch(Durability.FAST, disk);
        filler = server.newDatabase();
        full = server.newDatabase();
        administer("create tablespace small location '" + EmbeddedPostgres.folderOn(disk) + "'");
        administer("alter database " + full.name() + " set tablespace small");
    }

    @AfterAll
    static void shutDown() {
        if (server != null) { // launched
            server.close();
        }
    }

    @Override
    public Backend newBackend() {
        return new PostgresBackend(full);
    }

    @Test
    void a_full_disk_holds_up_callers_and_outcomes_and_they_are_stored_when_there_is_room() throws Exception {
        Refusals store = new Refusals(Stores.open(backend().url()));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DefaultRunner runner = open(runnerOn(store).workflows(bulky(begun, release)));
        List<ExecutionHandle> accepted = new ArrayList<>(runner.startAll(BULKY, List.of(Context.empty())));
        begun.await();

        fill();
        release.countDown();
        store.awaitMore(StoreException.OutOfRoom.class);
        Newcomer newcomer = Newcomer.of(() -> runner.start(BULKY, Context.of("bulk", bulk())));
        store.awaitMore(StoreException.OutOfRoom.class);
        assertThat(newcomer.answer()).isNotDone();
        assertThat(accepted.get(0).status()).isEqualTo(ExecutionStatus.RUNNING);

        administer("drop table filler");
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
                    context.put("result", bulk());
                })
                .build();
    }

    /** More than the free room in pages that the tables have already, and of no use to a compressor. */
    private static String bulk() {
        StringBuilder digits = new StringBuilder();
        new Random(1).ints(20_000).forEach(number -> digits.append(Integer.toHexString(number)));
        return digits.toString();
    }

    /** To the last page: a row after the other, larger ones first. */
    private static void fill() throws SQLException {
        administer("create table filler (ballast text) with (autovacuum_enabled = false) tablespace small");
        administer("alter table filler alter ballast set storage plain");
        for (int rows : List.of(1000, 100, 10, 1)) {
            while (hasRoomFor(rows)) {
                // goes on until the server says 53100
            }
        }
    }

    private static boolean hasRoomFor(int rows) throws SQLException {
        try {
            administer("insert into filler select repeat('x', 8000) from generate_series(1, " + rows + ")");
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.toString()).isEqualTo("53100");
            return false;
        }
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = filler.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
