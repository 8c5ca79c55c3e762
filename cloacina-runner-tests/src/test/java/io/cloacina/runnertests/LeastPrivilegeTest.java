package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.Verify;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The roles of {@code docs/security.md}: {@link RunnerOnPostgresTest} and {@link FailuresOnPostgresTest} show what they can do, and
 * this what they cannot.
 */
class LeastPrivilegeTest {

    private static final String FORBIDDEN = "42501";

    private static PostgresBackend backend;

    @BeforeAll
    static void open() {
        backend = new PostgresBackend();
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table cloacina.mine (n integer)",
                "create table public.mine (n integer)",
                "create schema mine",
                "create function cloacina.mine() returns integer language sql as 'select 1'",
                "create extension dblink",
                "alter table cloacina.task_executions add column mine text",
                "drop table cloacina.execution_events",
                "truncate cloacina.execution_events",
                "delete from cloacina.execution_events",
                "delete from cloacina.workflow_executions",
                "update cloacina.execution_events set kind = 'TASK_COMPLETED'",
                "update cloacina.task_contexts set written = '{}'",
                "update cloacina.workflow_definitions set name = 'mine'",
                "update cloacina.store_identity set created_at = now()",
                "insert into cloacina.store_identity default values",
                "update cloacina.cloacina_schema_history set success = false",
                "drop trigger task_executions_touch on cloacina.task_executions",
                "select rolpassword from pg_authid",
                "copy cloacina.task_contexts to program 'cat'",
                "copy cloacina.task_contexts to 'stolen'",
                "select pg_read_file('postgresql.conf')",
                "set role cloacina_migrator",
                "set session_replication_role = replica"
            })
    void the_role_of_a_runner_may_not(String sql) throws SQLException {
        try (Connection connection = connect("cloacina_runner");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(FORBIDDEN));
        }
    }

    @Test
    void who_only_looks_can_verify_and_write_nothing() throws SQLException {
        try (Connection administrator = backend.database().connect();
                Statement statement = administrator.createStatement()) {
            for (String sql : SecurityPage.read().reader()) {
                statement.execute(sql);
            }
            String reader =
                    PostgresBackend.url(backend.database(), SecurityPage.read().login("cloacina_reader"));

            assertThatCode(() -> assertThat(Verify.database(reader).isClean()).isTrue())
                    .doesNotThrowAnyException();
            try (Connection connection = connect("cloacina_reader");
                    Statement write = connection.createStatement()) {
                for (String table : List.of("workflow_executions", "task_executions", "task_contexts")) {
                    assertThatThrownBy(() -> write.execute("insert into cloacina." + table + " default values"))
                            .hasMessageContaining("permission denied");
                }
            }
            statement.execute("drop owned by cloacina_reader");
            statement.execute("drop role cloacina_reader");
        }
    }

    @Test
    void what_the_runner_is_not_granted_it_does_not_get_by_asking_for_another_schema() {
        assertThatThrownBy(() -> DefaultRunner.open(backend.url() + "?schema=elsewhere"))
                .hasMessageContaining("may create tables");
    }

    private Connection connect(String role) throws SQLException {
        URI address = URI.create(
                PostgresBackend.url(backend.database(), SecurityPage.read().login(role)));
        String[] login = address.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(),
                login[0],
                login[1]);
    }
}
