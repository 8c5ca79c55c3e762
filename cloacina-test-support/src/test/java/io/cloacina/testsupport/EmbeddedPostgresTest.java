package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresTest {

    @Test
    void a_real_postgresql_18_answers() throws SQLException {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            assertThat(ask(database, "select version()")).startsWith("PostgreSQL 18.");
            assertThat(ask(database, "select current_database()")).isEqualTo(database.name());
        }
    }

    @Test
    void the_shared_server_never_waits_for_the_disk() throws SQLException {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            assertThat(ask(database, "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void the_url_is_the_one_users_write() {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            assertThat(database.url())
                    .isEqualTo("postgresql://postgres:%s@127.0.0.1:%d/%s"
                            .formatted(database.password(), database.port(), database.name()));
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            String url = database.jdbcUrl().replace(database.password(), "wrong");

            assertThatThrownBy(() -> DriverManager.getConnection(url).close())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void a_copy_of_a_template_holds_what_the_template_held_even_while_somebody_uses_it() throws SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.shared();
        try (PostgresDatabase template = server.newDatabase();
                Connection user = template.connect()) {
            run(user, "create table drain as select 7 as depth");

            try (PostgresDatabase copy = server.newDatabase(template)) {
                assertThat(ask(copy, "select depth from drain")).isEqualTo("7");
            }
            assertThat(user.isValid(1)).isFalse();
        }
    }

    @Test
    void a_closed_database_is_gone() {
        PostgresDatabase database = EmbeddedPostgres.shared().newDatabase();
        database.close();

        assertThatThrownBy(() -> database.connect().close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("3D000"));
    }

    @Test
    void terminated_backends_are_counted_and_cut() throws SQLException {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase();
                Connection first = database.connect();
                Connection second = database.connect()) {
            assertThat(database.terminateBackends()).isEqualTo(2);
            assertThat(List.of(first.isValid(1), second.isValid(1))).containsOnly(false);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMMEDIATE", "KILL"})
    void a_durable_server_keeps_what_was_committed_before_it_crashed(StopMode crash) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.launch(Durability.DURABLE)) {
            PostgresDatabase database = server.newDatabase();
            try (Connection connection = database.connect()) {
                run(connection, "create table drain as select 7 as depth");
            }

            server.stop(crash);
            assertThatThrownBy(() -> database.connect().close()).isInstanceOf(SQLException.class);
            server.start();

            assertThat(ask(database, "select depth from drain")).isEqualTo("7");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void every_way_that_this_user_has_leads_to_a_server(UserSwitch way) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.launch(Durability.FAST, way, List.of());
                PostgresDatabase database = server.newDatabase()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    static List<UserSwitch> ways() {
        return UserSwitch.possible();
    }

    private static String ask(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
