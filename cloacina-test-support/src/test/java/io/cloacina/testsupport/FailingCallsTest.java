package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that is lost on purpose is lost as far as anybody can tell. */
class FailingCallsTest {

    private final PostgresDatabase database = EmbeddedPostgres.shared().newDatabase();
    private final FailingCalls calls = new FailingCalls(new Lost());
    private final DataSource source = calls.to((DataSource) Proxy.newProxyInstance(
            FailingCallsTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> database.connect()));

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void what_was_begun_on_it_is_rolled_back_and_nothing_more_is_to_be_had_from_it() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (number int)");
            connection.setAutoCommit(false);
            statement.execute("insert into kept values (1)");
            loseAtNext(statement);

            assertThat(connection.isClosed()).isTrue();
            assertThatThrownBy(() -> statement.execute("select 1")).hasMessage("lost");
            assertThatThrownBy(connection::commit).hasMessage("lost");
            assertThatThrownBy(connection::getAutoCommit).hasMessage("lost");
            assertThat(kept()).isZero();
        }
        assertThat(calls.openConnections()).isZero();
    }

    @Test
    void whoever_closes_or_aborts_it_later_does_not_close_that_of_the_next() throws SQLException {
        Connection lost = source.getConnection();
        int session = session(lost);
        lost.setNetworkTimeout(Runnable::run, 1234);
        loseAtNext(lost.createStatement());
        try (Connection next = source.getConnection()) {
            lost.abort(Runnable::run);
            lost.close();

            assertThat(session(next)).isEqualTo(session);
            assertThat(next.getAutoCommit()).isTrue();
            assertThat(next.getNetworkTimeout()).isZero();
            assertThat(calls.openConnections()).isOne();
        }
    }

    @Test
    void of_each_kind_of_calls_without_an_effect_every_so_many_th_is_counted() throws SQLException {
        calls.countEvery(2, 1);
        calls.arm(2, CallFault.WITHOUT_EFFECT);
        try (Connection connection = source.getConnection();
                Statement first = connection.createStatement();
                ResultSet answer = first.executeQuery("select 1")) {
            connection.createStatement(); // the first that is counted
            answer.next();

            assertThatThrownBy(answer::next).hasMessage("lost");
            assertThat(calls.kindsFailed()).containsExactly("ResultSet.next");
        }
    }

    @Test
    void no_more_calls_can_be_left_out_before_the_first_than_between_two() {
        assertThatThrownBy(() -> calls.countEvery(2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calls.countEvery(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void loseAtNext(Statement statement) {
        calls.arm(1, CallFault.BEFORE);
        assertThatThrownBy(() -> statement.execute("insert into kept values (2)"))
                .hasMessage("lost");
        calls.disarm();
    }

    private static int session(Connection connection) throws SQLException {
        return ask(connection, "select pg_backend_pid()");
    }

    private int kept() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ask(connection, "select count(*) from kept");
        }
    }

    private static int ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private record Lost() implements CallTrouble {

        @Override
        public SQLException of(String method, CallFault fault) {
            return new SQLException("lost", "08006");
        }

        @Override
        public boolean losesConnection() {
            return true;
        }
    }
}
