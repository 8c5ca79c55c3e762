package io.cloacina.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.faults.stage.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database holds when everything is over, read past the library.
 *
 * @param executions the status of each, by id
 * @param history in the order in which it was written
 */
record Stored(Map<String, ExecutionStatus> executions, List<StoredEvent> history) {

    private static final String EXECUTIONS = "select %s, status from workflow_executions";

    private static final String HISTORY = """
            select %s, e.kind, t.name, e.epoch, e.attempt, e.worker, %s
            from execution_events e
              join workflow_executions w on w.id = e.execution_id
              left join workflow_tasks t
                on t.definition_id = w.definition_id and t.ordinal = e.task_ordinal
            order by e.sequence
            """;

    /** How many executions are not over. */
    static long open(Database database) {
        try (Connection connection = database.connect()) {
            return executions(connection, database).values().stream()
                    .filter(status -> !status.isTerminal())
                    .count();
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot look how many executions are open", failure);
        }
    }

    static Stored in(Database database) {
        try (Connection connection = database.connect()) {
            return new Stored(executions(connection, database), history(connection, database));
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot read what is stored", failure);
        }
    }

    private static Map<String, ExecutionStatus> executions(Connection connection, Database database)
            throws SQLException {
        Map<String, ExecutionStatus> executions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EXECUTIONS.formatted(database.hex("id")))) {
            while (rows.next()) {
                executions.put(id(rows.getString(1)), ExecutionStatus.parse(rows.getString(2)));
            }
        }
        return executions;
    }

    private static List<StoredEvent> history(Connection connection, Database database) throws SQLException {
        List<StoredEvent> history = new ArrayList<>();
        String sql = HISTORY.formatted(database.hex("e.execution_id"), database.micros("e.created_at"));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                history.add(event(rows));
            }
        }
        return history;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        String task = row.getString(3);
        return new StoredEvent(
                id(row.getString(1)),
                EventKind.parse(row.getString(2)),
                task == null ? "" : task,
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getLong(7));
    }

    /** With dashes, as the library writes it. */
    private static String id(String hex) {
        return ExecutionId.of(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                .toString();
    }

    /** Events of that kind, by the claim that they belong to. */
    Map<String, List<StoredEvent>> byClaim(EventKind kind) {
        return history.stream()
                .filter(event -> event.kind() == kind)
                .collect(groupingBy(StoredEvent::claim, mapping(event -> event, toList())));
    }
}
