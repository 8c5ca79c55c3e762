package io.cloacina.benchmarks.floor;

import io.cloacina.benchmarks.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What a caller reads of an execution that has ended, on a connection of his own: its row, and those of its tasks. */
final class ResultRead implements AutoCloseable {

    private static final String RESULT = """
            select e.status, e.reason, e.created_at, e.started_at, e.completed_at,
                n.name, t.status, t.attempt, t.claim_epoch, t.reason, t.started_at, t.completed_at
            from workflow_executions as e
            join task_executions as t on t.execution_id = e.id
            join workflow_tasks as n on n.definition_id = t.definition_id and n.ordinal = t.ordinal
            where e.id = ?
            order by t.ordinal""";

    private final Connection connection;
    private final PreparedStatement statement;
    private final boolean ofBytes;

    private ResultRead(Connection connection, boolean ofBytes) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(RESULT);
        this.ofBytes = ofBytes;
    }

    static ResultRead on(Database database) throws SQLException {
        return new ResultRead(database.connect(), database.dialect() == Database.Dialect.SQLITE);
    }

    /** Reads it, and makes sure that the execution is completed. */
    void of(UUID execution) {
        try {
            statement.setObject(1, ofBytes ? SqliteWrites.bytes(execution) : execution);
            try (ResultSet rows = statement.executeQuery()) {
                requireCompleted(execution, rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the floor could not read a result", failure);
        }
    }

    private static void requireCompleted(UUID execution, ResultSet rows) throws SQLException {
        String status = rows.next() ? rows.getString(1) : "not there";
        for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
            rows.getObject(column);
        }
        if (!status.equals("COMPLETED")) {
            throw new IllegalStateException(execution + " is " + status);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
