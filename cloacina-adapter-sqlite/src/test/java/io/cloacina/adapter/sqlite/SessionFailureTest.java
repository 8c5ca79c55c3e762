package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.jpa.PoolPlan;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** What a session makes of a driver that fails where a transaction begins and ends, before the statement took effect or after it. */
class SessionFailureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    /** The statement that fails as long as this stands, by its text, and whether it has taken effect by then. */
    private record Fault(String sql, boolean tookEffect) {
        static final Fault NONE = new Fault("", false);
    }

    private record FaultyConnection(Connection driver, AtomicReference<Fault> fault) implements Delegation {

        @Override
        public Object target() {
            return driver;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            @Nullable Object result = pass(method, arguments);
            return arguments != null && result instanceof PreparedStatement statement
                    ? new FaultyStatement(statement, String.valueOf(arguments[0]), fault).as(PreparedStatement.class)
                    : result;
        }
    }

    private record FaultyStatement(PreparedStatement statement, String sql, AtomicReference<Fault> fault)
            implements Delegation {

        @Override
        public Object target() {
            return statement;
        }

        @Override
        public @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            Fault now = fault.get();
            if (!method.getName().equals("execute") || !now.sql().equals(sql)) {
                return pass(method, arguments);
            }
            if (now.tookEffect()) {
                pass(method, arguments);
            }
            throw new SQLException("injected", null, SQLiteErrorCode.SQLITE_IOERR.code);
        }
    }

    @BeforeEach
    void makeTable() throws SQLException {
        try (Connection stranger = stranger();
                Statement statement = stranger.createStatement()) {
            statement.execute("create table t (n integer primary key) strict");
        }
    }

    private Connection stranger() throws SQLException {
        return Databases.stranger(folder.resolve("session.db"));
    }

    private Connection session() throws SQLException {
        Connection driver = new FaultyConnection(stranger(), fault).as(Connection.class);
        return new Session(driver, true, FileWatch.none()).as(Connection.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_commit_that_meets_an_error_of_the_disk_has_an_unknown_outcome(boolean tookEffect) throws SQLException {
        try (Connection connection = session()) {
            connection.setAutoCommit(false);
            insert(connection, 1);
            fault.set(new Fault("commit", tookEffect));

            assertThatThrownBy(connection::commit)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("08007"))
                    .cause()
                    .hasMessage("injected");
        }
        assertThat(stored()).isEqualTo(tookEffect ? List.of("1") : List.of());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_transaction_that_could_not_begin_does_nothing_until_it_is_rolled_back(boolean tookEffect)
            throws SQLException {
        try (Connection connection = session()) {
            connection.setAutoCommit(false);
            fault.set(new Fault("begin immediate", tookEffect));
            assertThatThrownBy(() -> insert(connection, 1)).hasMessage("injected");
            fault.set(Fault.NONE);

            assertThatThrownBy(() -> insert(connection, 2)).hasMessageContaining("only a rollback may follow");
            assertThatThrownBy(connection::commit).hasMessageContaining("only a rollback may follow");
            connection.rollback();
            insert(connection, 3);
            connection.commit();
        }
        assertThat(stored()).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_rollback_that_failed_can_be_repeated_and_the_next_transaction_is_whole(boolean tookEffect)
            throws SQLException {
        try (Connection connection = session()) {
            connection.setAutoCommit(false);
            insert(connection, 1);
            fault.set(new Fault("rollback", tookEffect));
            assertThatThrownBy(connection::rollback).hasMessage("injected");
            fault.set(Fault.NONE);

            connection.rollback();
            insert(connection, 2);
            connection.commit();
        }
        assertThat(stored()).containsExactly("2");
    }

    /** The pool tries once more when the connection comes back, and keeps it whatever comes of that. */
    @Test
    void nobody_gets_the_writer_before_what_could_not_be_rolled_back_is_undone() throws SQLException {
        ConnectionSource source = this::session;
        try (HikariDataSource pool = new PoolPlan("faulty", 1, PATIENCE, true).open(source, SqliteErrors.TABLE)) {
            WriterLane lane = new WriterLane(pool, new Turns(PATIENCE), false);
            leaveHalfATransaction(lane.getConnection());
            assertThatThrownBy(lane::getConnection).hasMessage("injected");
            fault.set(Fault.NONE);

            try (Connection next = lane.getConnection()) {
                next.setAutoCommit(false);
                insert(next, 2);
                next.commit();
            }
        }
        assertThat(stored()).containsExactly("2");
    }

    private void leaveHalfATransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        insert(connection, 1);
        fault.set(new Fault("rollback", false));
        assertThatThrownBy(connection::rollback).hasMessage("injected");
        assertThatThrownBy(connection::close).hasMessage("injected");
    }

    private static void insert(Connection connection, int n) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into t (n) values (?1)")) {
            insert.setInt(1, n);
            insert.executeUpdate();
        }
    }

    private List<String> stored() throws SQLException {
        try (Connection stranger = stranger()) {
            return Databases.rows(stranger, "select n from t");
        }
    }
}
