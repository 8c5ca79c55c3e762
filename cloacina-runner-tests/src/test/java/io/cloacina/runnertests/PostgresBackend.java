package io.cloacina.runnertests;

import io.cloacina.adapter.postgres.PostgresRoad;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.CallTrouble;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.FailingCalls;
import io.cloacina.testsupport.PostgresDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database of its own on a real server.
 *
 * @param login as whom the runners of the tests log in: {@code name:password}
 */
record PostgresBackend(PostgresDatabase database, String login) implements Backend {

    private static final SecurityPage PAGE = SecurityPage.read();

    /**
     * On the server that all tests share: a copy of a database that was migrated once. Runners log in as the role with few rights, which
     * the documentation describes: what the suites prove, they prove without the right to make or to drop anything.
     */
    PostgresBackend() {
        this(EmbeddedPostgres.shared().newDatabase(Template.DATABASE), PAGE.login("cloacina_runner"));
    }

    /** Somewhere else, as the superuser. */
    PostgresBackend(PostgresDatabase database) {
        this(database, database.user() + ":" + database.password());
    }

    @Override
    public String url() {
        return url(database, login);
    }

    static String url(PostgresDatabase database, String login) {
        return database.url().replace(database.user() + ":" + database.password(), login);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = cloacina");
        }
        return connection;
    }

    @Override
    public String literal(ExecutionId id) {
        return "'" + id + "'";
    }

    @Override
    public String table(String name) {
        return "cloacina." + name;
    }

    @Override
    public String threeHours() {
        return "interval '3 hours'";
    }

    @Override
    public String json() {
        return "cast(? as jsonb)";
    }

    /** Foreign keys are triggers, which a replica does not run. */
    @Override
    public List<String> unguarded() {
        return List.of(
                "set session_replication_role = replica",
                "alter table task_executions drop constraint task_executions_claimable",
                "drop index workflow_executions_idempotency_key");
    }

    @Override
    public List<String> newer() {
        return List.of(
                "alter table workflow_executions drop constraint workflow_executions_status",
                "alter table workflow_executions drop constraint workflow_executions_ending",
                "alter table task_executions drop constraint task_executions_status");
    }

    @Override
    public CallTrouble trouble() {
        return new PostgresTrouble();
    }

    @Override
    public ExecutionStore openThrough(FailingCalls calls) {
        return Stores.open(PostgresRoad.through(calls::to), url() + "?poolSize=2");
    }

    @Override
    public void close() {
        database.close();
    }

    /** Made once, by whoever comes first. */
    private static final class Template {
        private static final PostgresDatabase DATABASE =
                EmbeddedPostgres.shared().newDatabase();

        static {
            String migrator = url(DATABASE, PAGE.login("cloacina_migrator"));
            run(DATABASE.url(), PAGE.preparation());
            DefaultRunner.open(migrator).close();
            run(migrator, PAGE.grants());
        }

        private static void run(String url, List<String> statements) {
            URI address = URI.create(url);
            String[] login = address.getUserInfo().split(":");
            String driverUrl = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
            try (Connection connection = DriverManager.getConnection(driverUrl, login[0], login[1]);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException refused) {
                throw new IllegalStateException("the statements of docs/security.md were refused", refused);
            }
        }
    }
}
