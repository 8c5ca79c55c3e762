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

/**
 * A database of the embedded PostgreSQL, emptied after each test. What is done by hand is done on one connection, in whose search
 * path our schema is: the contract's own SQL names tables without one.
 */
final class PostgresHarness implements StoreHarness {

    private final PostgresDatabase database;
    private final Connection byHand;
    private final List<ExecutionStore> opened = Collections.synchronizedList(new ArrayList<>());

    /** Begins with the empty database; {@code byHand} is the superuser's, in auto-commit. */
    PostgresHarness(PostgresDatabase database, Connection byHand) {
        this.database = database;
        this.byHand = byHand;
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

    /**
     * The server's clock decides, so the stored times are moved; the triggers are not to see it. What can be claimed stays where
     * it is in the order: time that goes on puts nothing behind what was claimed before.
     */
    @Override
    public synchronized void advance(Duration step) {
        String earlier = " - interval '" + step.toMillis() + " milliseconds'";
        run(
                "set session_replication_role = replica",
                "update task_executions set lease_until = lease_until" + earlier
                        + ", due_at = case when claimable then due_at else due_at" + earlier + " end",
                "update workflow_executions set timeout_at = timeout_at" + earlier,
                "reset session_replication_role");
    }

    @Override
    public void checkInvariants() {
        InvariantChecks.run(query -> rehearse(List.of(), query));
    }

    @Override
    public Optional<RawSql> rawSql() {
        return Optional.of(this::rehearse);
    }

    @Override
    public void close() {
        opened.forEach(ExecutionStore::close);
        run("truncate workflow_definitions cascade");
    }

    private void run(String... statements) {
        try (Statement statement = byHand.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("refused", e);
        }
    }

    private synchronized List<String> rehearse(List<String> statements, String query) {
        run("begin");
        try {
            run(statements.toArray(String[]::new));
            return rows(query);
        } finally {
            run("rollback");
        }
    }

    private List<String> rows(String query) {
        try (Statement statement = byHand.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(text(rows));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("refused", e);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            columns.add(String.valueOf(row.getString(column)));
        }
        return String.join(" ", columns);
    }
}
