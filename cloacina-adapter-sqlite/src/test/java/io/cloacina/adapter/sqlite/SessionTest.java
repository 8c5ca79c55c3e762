package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.adapter.sqlite.SqlitePragmas.Journal;
import io.cloacina.adapter.sqlite.SqlitePragmas.Mode;
import io.cloacina.adapter.sqlite.SqlitePragmas.Synchronous;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final SqlitePragmas QUICK =
            new SqlitePragmas(Mode.RWC, Journal.WAL, Synchronous.FULL, Duration.ofMillis(50));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void makeTable() throws Exception {
        file = Files.createFile(folder.resolve("session.db"));
        try (Connection connection = open(true);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (n integer primary key, s text) strict");
        }
    }

    private Connection open(boolean forWriting) throws SQLException {
        return new SessionSource(file, QUICK, forWriting, FileWatch.none(), null).getConnection();
    }

    @Test
    void every_connection_is_set_up_in_full() throws SQLException {
        SqlitePragmas seed = new SqlitePragmas(Mode.RWC, Journal.WAL, Synchronous.NORMAL, Duration.ofMillis(5000));

        for (boolean forWriting : List.of(true, false)) {
            try (Connection connection =
                    new SessionSource(file, seed, forWriting, FileWatch.none(), null).getConnection()) {
                assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(connection, "synchronous")).isEqualTo("1");
                assertThat(pragma(connection, "busy_timeout")).isEqualTo("5000");
                assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
                assertThat(pragma(connection, "trusted_schema")).isEqualTo("0");
                assertThat(pragma(connection, "cell_size_check")).isEqualTo("1");
                assertThat(pragma(connection, "query_only")).isEqualTo(forWriting ? "0" : "1");
            }
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        return Databases.rows(connection, "pragma " + name).get(0);
    }

    @Test
    void a_reader_cannot_write() throws SQLException {
        try (Connection reader = open(false)) {
            assertThatThrownBy(() -> insert(reader, 1)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_transaction_that_has_done_nothing_holds_no_lock() throws SQLException {
        try (Connection idle = open(true);
                Connection other = open(true)) {
            idle.setAutoCommit(false);
            insert(other, 1);
            idle.commit();
            insert(other, 2);

            assertThat(Databases.rows(other, "select n from t")).containsExactly("1", "2");
        }
    }

    @Test
    void a_transaction_that_begins_by_reading_may_write() throws SQLException {
        try (Connection first = open(true);
                Connection other = open(true)) {
            first.setAutoCommit(false);
            Databases.rows(first, "select * from t");

            assertThatThrownBy(() -> insert(other, 1)).isInstanceOf(SQLException.class);
            insert(first, 2);
            first.commit();
            insert(other, 3);

            assertThat(Databases.rows(other, "select n from t")).containsExactly("2", "3");
        }
    }

    @Test
    void what_is_rolled_back_was_never_there_and_the_next_transaction_is_whole() throws SQLException {
        try (Connection connection = open(true)) {
            connection.setAutoCommit(false);
            insert(connection, 1);
            connection.rollback();
            insert(connection, 2);
            connection.commit();

            assertThat(Databases.rows(connection, "select n from t")).containsExactly("2");
        }
    }

    @Test
    void closing_an_open_transaction_undoes_it() throws SQLException {
        try (Connection connection = open(true)) {
            connection.setAutoCommit(false);
            insert(connection, 1);
        }
        try (Connection connection = open(true)) {
            assertThat(Databases.rows(connection, "select n from t")).isEmpty();
        }
    }

    @Test
    void a_transaction_that_sqlite_undid_by_itself_can_be_rolled_back() throws SQLException {
        try (Connection connection = open(true)) {
            connection.setAutoCommit(false);
            insert(connection, 1);
            try (Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("insert or rollback into t values (1, 'twin')"))
                        .isInstanceOf(SQLException.class);
            }
            connection.rollback();
            insert(connection, 2);
            connection.commit();

            assertThat(Databases.rows(connection, "select n from t")).containsExactly("2");
        }
    }

    @Test
    void a_full_disk_undoes_the_transaction_and_leaves_the_connection_usable() throws SQLException {
        try (Connection connection = open(true)) {
            execute(connection, "pragma max_page_count = 4");
            connection.setAutoCommit(false);
            insert(connection, 1);
            assertThatThrownBy(() -> execute(connection, "insert into t values (2, hex(randomblob(100000)))"))
                    .isInstanceOf(SQLException.class);
            connection.rollback();
            connection.setAutoCommit(true);
            execute(connection, "pragma max_page_count = 100000");
            insert(connection, 3);

            assertThat(Databases.rows(connection, "select n from t")).containsExactly("3");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void a_statement_is_as_new_each_time_it_is_prepared(int statements) throws SQLException {
        try (Connection connection = open(true)) {
            for (int n = 0; n < statements; n++) {
                String sql = "select " + n % 100 + ", ?1";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    assertThat(first(statement)).isEqualTo(n % 100 + " null");
                    statement.setString(1, "left behind");
                    statement.setMaxRows(1);
                    assertThat(first(statement)).isEqualTo(n % 100 + " left behind");
                }
            }
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1) + " " + row.getString(2);
        }
    }

    @Test
    void two_uses_of_one_text_at_once_do_not_disturb_each_other() throws SQLException {
        insertMany(3);
        try (Connection connection = open(true);
                PreparedStatement one = connection.prepareStatement("select n from t order by n");
                PreparedStatement two = connection.prepareStatement("select n from t order by n");
                ResultSet first = one.executeQuery();
                ResultSet second = two.executeQuery()) {
            first.next();
            first.next();
            second.next();

            assertThat(first.getInt(1)).isEqualTo(2);
            assertThat(second.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void a_result_that_was_left_open_does_not_stop_a_checkpoint() throws SQLException {
        insertMany(3);
        try (Connection reader = open(false);
                Connection writer = open(true)) {
            try (PreparedStatement statement = reader.prepareStatement("select n from t")) {
                statement.executeQuery().next();
            }

            insert(writer, 10);
            assertThat(pragma(writer, "wal_checkpoint(truncate)")).startsWith("0 ");
        }
    }

    private void insertMany(int count) throws SQLException {
        try (Connection connection = open(true)) {
            for (int n = 1; n <= count; n++) {
                insert(connection, n);
            }
        }
    }

    private static void insert(Connection connection, int n) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into t (n) values (?1)")) {
            insert.setInt(1, n);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
