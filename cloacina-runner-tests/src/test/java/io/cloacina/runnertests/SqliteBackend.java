package io.cloacina.runnertests;

import io.cloacina.adapter.sqlite.SqliteRoad;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.CallTrouble;
import io.cloacina.testsupport.FailingCalls;
import io.cloacina.testsupport.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A new file in a folder of its own, with the settings that users get who set none. */
final class SqliteBackend implements Backend {

    private final SqliteFile file = SqliteFile.fresh();

    @Override
    public String url() {
        return file().toString();
    }

    Path file() {
        return file.path();
    }

    @Override
    public Connection connect() throws SQLException {
        return file.connect();
    }

    @Override
    public String literal(ExecutionId id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }

    @Override
    public String table(String name) {
        return name;
    }

    @Override
    public String threeHours() {
        return "10800000000";
    }

    @Override
    public String json() {
        return "?";
    }

    @Override
    public List<String> unguarded() {
        return List.of(
                "pragma foreign_keys = off",
                "pragma ignore_check_constraints = on",
                "drop index workflow_executions_idempotency_key");
    }

    @Override
    public List<String> newer() {
        return List.of(
                "pragma writable_schema = on",
                "update sqlite_schema set sql = replace(replace(sql, '(''PENDING''', '(''DANCING'', ''PENDING'''),"
                        + " '(''NOT_STARTED''', '(''DANCING'', ''NOT_STARTED''') where type = 'table'",
                "update sqlite_schema set sql = replace(sql, 'ending in (', 'ending in (''DANCING'', ')"
                        + " where name = 'workflow_executions'",
                "pragma schema_version = 4711");
    }

    @Override
    public CallTrouble trouble() {
        return new SqliteTrouble();
    }

    @Override
    public ExecutionStore openThrough(FailingCalls calls) {
        return Stores.open(SqliteRoad.through(calls::to), url());
    }

    @Override
    public void close() {
        file.close();
    }
}
