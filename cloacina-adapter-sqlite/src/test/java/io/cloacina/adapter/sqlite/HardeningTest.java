package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.jpa.PoolPlan;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite would allow by itself, and a connection of ours does not; and what a file can do to us that somebody tampered with. */
class HardeningTest {

    private static final int BORROWS = 1_000;

    private static final Map<String, String> ALWAYS = Map.of(
            "foreign_keys", "1",
            "trusted_schema", "0",
            "cell_size_check", "1",
            "synchronous", "2",
            "journal_mode", "wal",
            "busy_timeout", "10000");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file() {
        return folder.resolve("orders.db");
    }

    @BeforeEach
    void makeStore() {
        try (ExecutionStore store = Databases.open(file().toString())) {
            new SingleTasks(store, "a").define().submit(1);
        }
    }

    private SessionSource source(boolean forWriting) {
        SqlitePragmas pragmas = SqliteUrl.parse(new StoreUrl(file().toString())).pragmas();
        return new SessionSource(file(), pragmas, forWriting, FileWatch.none(), null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_pooled_connection_is_set_up_however_often_it_is_borrowed(boolean forWriting) throws SQLException {
        PoolPlan plan = new PoolPlan("hardening", 4, Duration.ofSeconds(5), true);
        try (HikariDataSource pool = plan.open(source(forWriting), SqliteErrors.TABLE)) {
            openAll(pool, plan.size());
            for (int borrow = 0; borrow < BORROWS; borrow++) {
                try (Connection connection = pool.getConnection()) {
                    connection.setAutoCommit(borrow % 2 == 0);
                    for (Map.Entry<String, String> each : ALWAYS.entrySet()) {
                        assertThat(Databases.rows(connection, "pragma " + each.getKey()))
                                .as("%s at borrow %d", each.getKey(), borrow)
                                .containsExactly(each.getValue());
                    }
                    assertThat(Databases.rows(connection, "pragma query_only")).containsExactly(forWriting ? "0" : "1");
                }
            }
        }
    }

    /** A pool opens a connection when somebody would wait without it. */
    private static void openAll(HikariDataSource pool, int size) throws SQLException {
        List<Connection> borrowed = new ArrayList<>();
        while (borrowed.size() < size) {
            borrowed.add(pool.getConnection());
        }
        for (Connection connection : borrowed) {
            connection.close();
        }
        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_other_file_is_reached_and_no_code_is_loaded(boolean forWriting) throws SQLException {
        try (Connection connection = source(forWriting).getConnection()) {
            assertRefused(connection, "attach database '" + folder.resolve("other.db") + "' as other", "attached");
            assertRefused(connection, "vacuum into '" + folder.resolve("copy.db") + "'", "");
            assertRefused(connection, "select load_extension('" + folder.resolve("evil.so") + "')", "not authorized");
        }
        assertThat(folder.resolve("other.db")).doesNotExist();
        assertThat(folder.resolve("copy.db")).doesNotExist();
    }

    private static void assertRefused(Connection connection, String sql, String reason) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(reason);
        }
    }

    /** The function is one that the driver brings; a trigger may call those that SQLite holds harmless, and no others. */
    @Test
    void a_trigger_that_somebody_planted_runs_no_function_of_the_driver() throws SQLException {
        plant("""
                create trigger planted after insert on workflow_executions begin
                    update workflow_executions set reason = 'planted ' || reverse('x') where id = new.id;
                end""");
        try (Connection trusting = Databases.stranger(file())) {
            execute(trusting, """
                    insert into workflow_executions (id, definition_id, input_digest, open_tasks, created_at, updated_at)
                    select randomblob(16), definition_id, 'digest', 0, created_at, updated_at from workflow_executions""");
            assertThat(Databases.rows(
                            trusting, "select count(*) from workflow_executions where reason like 'planted%'"))
                    .as("where schemas are trusted, it runs")
                    .containsExactly("1");
        }

        try (ExecutionStore store = Databases.open(file().toString())) {
            assertThatThrownBy(() -> new SingleTasks(store, "b").submit(1)).isInstanceOf(StoreException.class);
        }
        try (Connection stranger = Databases.stranger(file())) {
            assertThat(Databases.rows(stranger, "select count(*) from workflow_executions"))
                    .containsExactly("2");
        }
    }

    @Test
    void nor_does_a_view_in_the_place_of_a_table() throws SQLException {
        plant("alter table execution_events rename to hidden_events");
        plant("""
                create view execution_events as
                select sequence, execution_id, kind, task_ordinal, epoch, attempt, worker, reverse('x') as detail, created_at
                from hidden_events""");
        try (ExecutionStore store = Databases.open(file().toString())) {
            var listed = store.queries().list(new ExecutionFilter(null, Set.of(), null, 1));

            assertThatThrownBy(() -> store.queries().history(listed.get(0).id(), 0, 10))
                    .isInstanceOf(StoreException.class);
        }
    }

    private void plant(String sql) throws SQLException {
        try (Connection stranger = Databases.stranger(file())) {
            execute(stranger, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_belongs_to_a_file_is_for_its_owner_only_as_well() throws IOException {
        try (ExecutionStore store = Databases.open(file().toString())) {
            new SingleTasks(store, "a").submit(1);
            for (String name : List.of("orders.db", "orders.db-wal", "orders.db-shm", "orders.db-lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }
}
