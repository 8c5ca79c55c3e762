package io.cloacina.runnertests;

import io.cloacina.adapter.postgres.PostgresRoad;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.CallTrouble;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.FailingCalls;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database of its own on a real server. */
record PostgresBackend(PostgresDatabase database) implements Backend {

    /** On the server that all tests share: a copy of a database that was migrated once. */
    PostgresBackend() {
        this(EmbeddedPostgres.shared().newDatabase(Template.DATABASE));
    }

    @Override
    public String url() {
        return database.url();
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
    public String threeHours() {
        return "interval '3 hours'";
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
            DefaultRunner.open(DATABASE.url()).close();
        }
    }
}
