package io.cloacina.runnertests;

import io.cloacina.adapter.sqlite.SqliteRoad;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.testsupport.CallTrouble;
import io.cloacina.testsupport.FailingCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new file in a folder of its own, with the settings that users get who set none. */
final class SqliteBackend implements Backend {

    private final Path folder;

    SqliteBackend() {
        try {
            folder = Files.createTempDirectory("cloacina-runner");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String url() {
        return file().toString();
    }

    private Path file() {
        return folder.resolve("runner.db");
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=10000");
    }

    @Override
    public String literal(ExecutionId id) {
        return "x'" + id.toString().replace("-", "") + "'";
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
    public CallTrouble trouble() {
        return new SqliteTrouble();
    }

    @Override
    public ExecutionStore openThrough(FailingCalls calls) {
        return Stores.open(SqliteRoad.through(calls::to), url());
    }

    @Override
    public void close() {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
