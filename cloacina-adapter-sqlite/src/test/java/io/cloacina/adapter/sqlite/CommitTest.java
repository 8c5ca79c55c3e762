package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.PoolPlan;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/** The three outcomes of a transaction, at the moment of its commit. */
class CommitTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final AtomicReference<CommitFault> fault = new AtomicReference<>(CommitFault.NONE);

    private enum CommitFault {
        NONE,
        BUSY_INSTEAD,
        DISK_ERROR_INSTEAD,
        DISK_ERROR_AFTER
    }

    /** A connection whose commits fail as told. */
    private record FaultyConnection(Connection connection, AtomicReference<CommitFault> fault) implements Delegation {

        @Override
        public Object target() {
            return connection;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            CommitFault wanted =
                    method.getName().equals("commit") ? fault.getAndSet(CommitFault.NONE) : CommitFault.NONE;
            switch (wanted) {
                case BUSY_INSTEAD -> throw failure(SQLiteErrorCode.SQLITE_BUSY);
                case DISK_ERROR_INSTEAD -> throw failure(SQLiteErrorCode.SQLITE_IOERR);
                case DISK_ERROR_AFTER -> {
                    pass(method, arguments);
                    throw failure(SQLiteErrorCode.SQLITE_IOERR);
                }
                default -> {
                    return pass(method, arguments);
                }
            }
        }

        private static SQLException failure(SQLiteErrorCode code) {
            return SqliteErrors.commitFailed(new SQLException("injected", null, code.code));
        }
    }

    private ExecutionStore open() {
        String url = folder.resolve("commit.db").toString();
        Databases.open(url).close();
        SqliteUrl parsed = SqliteUrl.parse(new StoreUrl(url));
        SessionSource source = new SessionSource(parsed.path(), parsed.pragmas(), true, FileWatch.none(), null);
        ConnectionSource faulty = () -> new FaultyConnection(source.getConnection(), fault).as(Connection.class);
        HikariDataSource pool = new PoolPlan("faulty", 1, Duration.ofSeconds(5), true).open(faulty, SqliteErrors.TABLE);
        WriterLane lane = new WriterLane(pool, new Turns(Duration.ofSeconds(5)), false);
        return Databases.open(parsed, new ConnectionLanes(lane, lane, lane, List.of(pool)), lane);
    }

    @Test
    void a_commit_that_failed_after_it_took_effect_is_unknown_and_there() {
        try (ExecutionStore store = open()) {
            NewExecution execution = prepared(store, CommitFault.DISK_ERROR_AFTER);

            assertThatThrownBy(() -> admit(store, execution))
                    .isInstanceOf(StoreException.OutcomeUnknown.class)
                    .hasMessageContaining("read it back");
            assertThat(isStored(store, execution.id())).isTrue();
        }
    }

    @Test
    void a_commit_that_failed_before_it_took_effect_is_unknown_and_not_there() {
        try (ExecutionStore store = open()) {
            NewExecution execution = prepared(store, CommitFault.DISK_ERROR_INSTEAD);

            assertThatThrownBy(() -> admit(store, execution)).isInstanceOf(StoreException.OutcomeUnknown.class);
            assertThat(isStored(store, execution.id())).isFalse();
            admit(store, execution);
            assertThat(isStored(store, execution.id())).isTrue();
        }
    }

    @Test
    void a_commit_that_was_refused_for_others_leaves_nothing_and_may_be_tried_again() {
        try (ExecutionStore store = open()) {
            NewExecution execution = prepared(store, CommitFault.BUSY_INSTEAD);

            assertThatThrownBy(() -> admit(store, execution)).isInstanceOf(StoreException.Contended.class);
            assertThat(isStored(store, execution.id())).isFalse();
            admit(store, execution);
            assertThat(isStored(store, execution.id())).isTrue();
        }
    }

    @Test
    void the_points_around_a_commit_are_reached_before_and_after_it() {
        for (String point : List.of("store.before-commit", "store.after-commit")) {
            AtomicReference<String> armed = new AtomicReference<>("");
            StoreSettings settings = new StoreSettings(
                    "points", Databases.CLOCK, SchemaMode.MIGRATE, null, reached -> stopAt(armed.get(), reached));
            StoreUrl url = new StoreUrl(folder.resolve(point + ".db").toString());
            try (ExecutionStore store = new SqliteStoreProvider().open(url, settings)) {
                NewExecution execution = prepared(store, CommitFault.NONE);
                armed.set(point);

                assertThatThrownBy(() -> admit(store, execution)).isInstanceOf(Stopped.class);
                armed.set("");
                assertThat(isStored(store, execution.id())).isEqualTo(point.equals("store.after-commit"));
            }
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void stopAt(String armed, String reached) {
        if (armed.equals(reached)) {
            throw new Stopped();
        }
    }

    private NewExecution prepared(ExecutionStore store, CommitFault next) {
        store.define(List.of(SingleTasks.DEFINITION));
        fault.set(next);
        return SingleTasks.newExecution(UUID.randomUUID(), "{}");
    }

    private static void admit(ExecutionStore store, NewExecution execution) {
        store.transact(Lane.WORK, transaction -> transaction.admit(List.of(execution)));
    }

    private static boolean isStored(ExecutionStore store, ExecutionId id) {
        return store.queries().find(id).isPresent();
    }
}
