package io.cloacina.adapter.postgres;

import io.cloacina.contract.InvariantChecks;
import io.cloacina.contract.RawSql;
import io.cloacina.contract.StoreHarness;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTraits;
import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A database of the embedded PostgreSQL, emptied after each test; the contract's own SQL names tables without a schema. */
final class PostgresHarness implements StoreHarness {

    private final PostgresDatabase database;
    private final List<ExecutionStore> opened = Collections.synchronizedList(new ArrayList<>());

    PostgresHarness(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public ExecutionStore open() {
        ExecutionStore store = Databases.open(database.url() + "?poolSize=6", Settings.verifying());
        opened.add(store);
        return store;
    }

    @Override
    public StoreTraits traits() {
        return opened.get(0).traits();
    }

    /** The server's clock decides, so the times are moved; the triggers are not to see it. */
    @Override
    public void advance(Duration step) {
        String earlier = " - interval '" + step.toMillis() + " milliseconds'";
        Databases.run(
                database,
                "set session_replication_role = replica",
                "update cloacina.task_executions set due_at = due_at" + earlier + ", lease_until = lease_until"
                        + earlier,
                "update cloacina.workflow_executions set timeout_at = timeout_at" + earlier);
    }

    @Override
    public void checkInvariants() {
        RawSql raw = this::rehearse;
        InvariantChecks.run(query -> raw.rehearse(List.of(), query));
    }

    @Override
    public Optional<RawSql> rawSql() {
        return Optional.of(this::rehearse);
    }

    @Override
    public void close() {
        opened.forEach(ExecutionStore::close);
        Databases.run(database, "truncate cloacina.workflow_definitions cascade");
    }

    private List<String> rehearse(List<String> statements, String query) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return rehearse(connection, statements, query);
        } catch (SQLException e) {
            throw new IllegalStateException("refused", e);
        }
    }

    private static List<String> rehearse(Connection connection, List<String> statements, String query)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to cloacina");
            for (String sql : statements) {
                statement.execute(sql);
            }
            return rows(statement.executeQuery(query));
        } finally {
            connection.rollback();
        }
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                columns.add(rows.getString(column));
            }
            texts.add(String.join(" ", columns.stream().map(String::valueOf).toList()));
        }
        return texts;
    }
}
