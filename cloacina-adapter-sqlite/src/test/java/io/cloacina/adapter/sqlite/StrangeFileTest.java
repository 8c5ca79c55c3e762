package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not ours is refused, and neither it nor its folder is changed: not a byte, not a file more. */
class StrangeFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Its name has what would mean something in a URI. */
    private Path file() {
        return folder.resolve("100%25 order book.db");
    }

    @ParameterizedTest
    @CsvSource({
        "delete, '', MIGRATE",
        "wal, '', MIGRATE",
        "wal, '', VERIFY",
        "wal, ?mode=rw, MIGRATE",
        "wal, ?mode=ro, MIGRATE",
        "delete, '', VERIFY"
    })
    void a_file_of_another_application_is_refused_and_left_alone(String journal, String options, SchemaMode mode)
            throws Exception {
        try (Connection stranger = bookkeeping(journal)) {
            assertThat(Databases.rows(stranger, "pragma journal_mode")).containsExactly(journal);
        }

        assertIsRefusedAndLeftAlone(options, mode, "belongs to another application");
    }

    @ParameterizedTest
    @EnumSource
    void so_is_one_that_is_in_use_and_has_everything_in_its_journal(SchemaMode mode) throws Exception {
        try (Connection stranger = bookkeeping("wal")) {
            assertIsRefusedAndLeftAlone("", mode, "belongs to another application");

            assertThat(Databases.rows(stranger, "select name from sqlite_schema"))
                    .containsExactly("bookkeeping");
        }
    }

    @Test
    void so_is_one_without_tables_that_bears_another_number() throws Exception {
        try (Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            statement.execute("pragma application_id = 77");
        }

        assertIsRefusedAndLeftAlone("", SchemaMode.MIGRATE, "belongs to another application");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Files.writeString(file(), "this is no database, but it is longer than a header ".repeat(100));

        assertIsRefusedAndLeftAlone("", SchemaMode.MIGRATE, "order book.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=rw", "?mode=ro"})
    void a_journal_without_its_database_is_refused_and_left_alone(String options) throws Exception {
        Files.write(folder.resolve(file().getFileName() + "-wal"), "work".getBytes(StandardCharsets.UTF_8));

        assertIsRefusedAndLeftAlone(options, SchemaMode.MIGRATE, "-wal does, which may hold work");
    }

    private Connection bookkeeping(String journal) throws SQLException {
        Connection stranger = Databases.stranger(file());
        try (Statement statement = stranger.createStatement()) {
            statement.execute("pragma journal_mode = " + journal);
            statement.execute("create table bookkeeping (amount integer)");
        }
        return stranger;
    }

    private void assertIsRefusedAndLeftAlone(String options, SchemaMode mode, String reason) throws IOException {
        Map<String, String> before = contents();

        assertThatThrownBy(() ->
                        Databases.open(file() + options, Databases.CLOCK, mode).close())
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining(reason);
        assertThat(contents()).isEqualTo(before);
    }

    /** What is in the folder. The index of a journal holds the marks of its readers, which come and go. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                contents.put(
                        name,
                        name.endsWith("-shm") ? "marks" : Base64.getEncoder().encodeToString(Files.readAllBytes(each)));
            }
        }
        return contents;
    }
}
