package io.cloacina.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same idempotency keys from many threads of two processes at once. */
@Timeout(300)
class SameKeyTest {

    private static final int KEYS = Integer.getInteger("faults.keys", 100);
    private static final int PROCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void a_key_is_one_execution_on_sqlite() throws SQLException {
        try (Database database = new OnSqlite()) {
            assertEachKeyIsOne(database);
        }
    }

    @Test
    void a_key_is_one_execution_on_postgres() throws SQLException {
        try (Database database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertEachKeyIsOne(database);
        }
    }

    private void assertEachKeyIsOne(Database database) throws SQLException {
        AppendedLines answers = new AppendedLines(folder.resolve("answers"));
        crowd(database.url());

        List<String[]> said =
                answers.read().stream().map(line -> line.split(" ")).toList();
        assertThat(said).hasSize(PROCESSES * KeyCrowd.THREADS * KEYS);
        assertThat(byKey(said, 2))
                .hasSize(KEYS)
                .allSatisfy((key, ids) -> assertThat(ids)
                        .as("answers for %s: an id, and conflicts", key)
                        .hasSizeLessThanOrEqualTo(2)
                        .containsAnyOf("conflict")
                        .anySatisfy(id -> assertThat(id).isNotEqualTo("conflict")));
        assertThat(byKey(said.stream().filter(answer -> !answer[2].equals("conflict")), 1))
                .allSatisfy((key, inputs) ->
                        assertThat(inputs).as("inputs that won %s", key).hasSize(1));
        assertThat(stored(database)).isEqualTo(KEYS);
        assertThat(Verify.database(database.url()).violations()).isEmpty();
    }

    private void crowd(String url) {
        Path line = folder.resolve("line");
        StartingLine drawn = StartingLine.drawn(line);
        List<ChildJvm> crowd = Stream.generate(() -> KeyCrowd.start(url, line, folder.resolve("answers"), KEYS))
                .limit(PROCESSES)
                .toList();
        try {
            crowd.forEach(child -> child.awaitLine("ready"::equals, PATIENCE));
            drawn.close();
            crowd.forEach(child ->
                    assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero());
        } finally {
            drawn.close();
            crowd.forEach(ChildJvm::close);
        }
    }

    private static Map<String, Set<String>> byKey(List<String[]> answers, int word) {
        return byKey(answers.stream(), word);
    }

    private static Map<String, Set<String>> byKey(Stream<String[]> answers, int word) {
        return answers.collect(groupingBy(answer -> answer[0], mapping(answer -> answer[word], toSet())));
    }

    private static long stored(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from workflow_executions")) {
            row.next();
            return row.getLong(1);
        }
    }
}
