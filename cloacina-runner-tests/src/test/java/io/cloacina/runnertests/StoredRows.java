package io.cloacina.runnertests;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that is stored at one instant: of each table its rows, in the order of their texts. */
record StoredRows(Map<String, List<String>> tables) {

    /** In this order they can be emptied. */
    private static final List<String> TABLES = List.of(
            "execution_events",
            "task_contexts",
            "task_executions",
            "workflow_executions",
            "workflow_dependencies",
            "workflow_tasks",
            "workflow_definitions");

    static StoredRows in(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String table : TABLES) {
            tables.put(
                    table,
                    Rows.of(connection, "select * from " + table).stream()
                            .sorted()
                            .toList());
        }
        return new StoredRows(tables);
    }

    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        }
    }

    /**
     * How many rows of which table have gone since, and how many have come; one that is another now has done both. Ids and times
     * play no part, so what is done to another execution in the same way gives the same. Empty when all is as it was.
     */
    List<String> changesTo(StoredRows later) {
        List<String> changes = new ArrayList<>();
        tables.forEach((table, rows) -> {
            List<String> now = Objects.requireNonNull(later.tables.get(table));
            int gone = without(rows, now);
            int come = without(now, rows);
            if (gone + come > 0) {
                changes.add(table + " -" + gone + " +" + come);
            }
        });
        return changes;
    }

    private static int without(List<String> rows, List<String> others) {
        Map<String, Integer> spare = new HashMap<>();
        others.forEach(row -> spare.merge(row, 1, Integer::sum));
        return (int) rows.stream()
                .filter(row -> spare.merge(row, -1, Integer::sum) < 0)
                .count();
    }
}
