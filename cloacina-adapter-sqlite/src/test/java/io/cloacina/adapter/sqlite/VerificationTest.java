package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks through a file leaves it and its folder as they were, and sees what is in the journal. */
class VerificationTest {

    private static final String HALF_AN_EXECUTION =
            "insert into workflow_executions (id, definition_id, input_digest, open_tasks, created_at, updated_at)"
                    + " values (randomblob(16), randomblob(16), '', 1, 0, 0)";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file() {
        return folder.resolve("100%25 order book.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?_journal_mode=DELETE", "?mode=ro"})
    void a_file_that_nobody_has_open_is_read_and_left_as_it_was(String options) throws IOException {
        Databases.open(file() + options.replace("?mode=ro", "")).close();
        Map<String, String> before = contents();

        assertThat(verify(file() + options).isClean()).isTrue();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void what_is_only_in_the_journal_of_a_file_in_use_is_seen() throws SQLException {
        try (ExecutionStore inUse = Databases.open(file().toString());
                Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            assertThat(verify(file().toString()).isClean()).isTrue();
            statement.execute("pragma foreign_keys = off");
            statement.execute(HALF_AN_EXECUTION);

            assertThat(verify(file().toString()).violations())
                    .extracting(violation -> violation.invariant().id())
                    .contains("Q6", "Q7", "Q17");
            assertThat(inUse.traits().name()).isEqualTo("SQLite");
        }
    }

    @Test
    void what_was_not_committed_is_not_seen() throws SQLException {
        try (ExecutionStore inUse = Databases.open(file().toString());
                Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            statement.execute("pragma foreign_keys = off");
            statement.execute("begin immediate");
            statement.execute(HALF_AN_EXECUTION);

            assertThat(verify(file().toString()).isClean()).isTrue();
            assertThat(inUse.traits().name()).isEqualTo("SQLite");
            statement.execute("rollback");
        }
    }

    @Test
    void a_file_of_another_application_is_refused_and_left_alone() throws Exception {
        execute("pragma journal_mode = wal", "create table bookkeeping (amount integer)");

        assertIsRefusedAndLeftAlone("belongs to another application");
    }

    @Test
    void an_empty_file_is_refused_and_gets_no_schema() throws Exception {
        Files.createFile(file());

        assertIsRefusedAndLeftAlone("The schema of ");
    }

    @Test
    void a_schema_of_another_version_is_refused_and_not_migrated() throws Exception {
        Databases.open(file().toString()).close();
        execute(
                "drop table execution_events",
                "delete from cloacina_schema_history where version = '004'",
                "pragma wal_checkpoint(truncate)");

        assertIsRefusedAndLeftAlone("1 migrations are missing or differ");
    }

    @Test
    void a_file_that_is_not_there_is_not_made() throws Exception {
        assertIsRefusedAndLeftAlone("the file does not exist");
    }

    @Test
    void a_database_in_memory_is_its_owners_alone() {
        assertThatThrownBy(() -> verify(":memory:"))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("belongs to its store");
    }

    private void assertIsRefusedAndLeftAlone(String reason) throws IOException {
        Map<String, String> before = contents();

        assertThatThrownBy(() -> verify(file().toString()))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(reason);
        assertThat(contents()).isEqualTo(before);
    }

    private static Verification verify(String url) {
        StoreSettings settings =
                new StoreSettings("verify", Databases.CLOCK, SchemaMode.MIGRATE, null, FaultPoints.NONE);
        return new SqliteStoreProvider().verify(new StoreUrl(url), settings, 5);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                contents.put(
                        each.getFileName().toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(each)));
            }
        }
        return contents;
    }
}
