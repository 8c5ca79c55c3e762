package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits.Durability;
import io.cloacina.ports.StoreTraits.Sharing;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file() {
        return folder.resolve("orders.db");
    }

    @Test
    void the_provider_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(StoreProvider.class))
                .singleElement()
                .isInstanceOf(SqliteStoreProvider.class)
                .extracting(StoreProvider::name)
                .isEqualTo("SQLite");
    }

    @Test
    void a_new_file_is_for_its_owner_only_and_says_whose_it_is() throws Exception {
        Databases.open(file().toString()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Connection stranger = Databases.stranger(file())) {
            assertThat(Databases.rows(stranger, "pragma application_id"))
                    .containsExactly(String.valueOf(Ownership.APPLICATION_ID));
            assertThat(Databases.rows(stranger, "pragma journal_mode")).containsExactly("wal");
            assertThat(Databases.rows(stranger, "select count(*) from store_identity"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "orders.db,                       POWER_LOSS,    MACHINE",
        "orders.db?_synchronous=NORMAL,   PROCESS_CRASH, MACHINE",
        ":memory:,                        NONE,          PRIVATE"
    })
    void traits_tell_what_the_url_bought(String url, Durability durability, Sharing sharing) {
        String text = url.replace("orders.db", file().toString());
        try (ExecutionStore store = Databases.open(text)) {
            assertThat(store.traits().durability()).isEqualTo(durability);
            assertThat(store.traits().sharing()).isEqualTo(sharing);
        }
    }

    @Test
    void what_was_stored_is_there_at_the_next_opening() {
        try (ExecutionStore store = Databases.open(file().toString())) {
            new SingleTasks(store, "a").define().submit(3);
        }
        try (ExecutionStore store = Databases.open("file:" + file() + "?mode=rw")) {
            assertThat(new SingleTasks(store, "b").claim(10)).hasSize(3);
        }
    }

    @Test
    void two_stores_in_memory_share_nothing() {
        try (ExecutionStore one = Databases.open(":memory:");
                ExecutionStore two = Databases.open(":memory:")) {
            new SingleTasks(one, "a").define().submit(3);

            assertThat(new SingleTasks(two, "b").define().claim(10)).isEmpty();
            assertThat(two.wakeUps().changedElsewhere()).isIn(true, false);
            assertThat(two.wakeUps().changedElsewhere()).isFalse();
        }
    }

    @Test
    void own_commits_are_no_change_elsewhere() {
        try (ExecutionStore store = Databases.open(file().toString());
                ExecutionStore other = Databases.open(file().toString())) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            store.wakeUps().changedElsewhere();
            tasks.submit(3);
            assertThat(store.wakeUps().changedElsewhere()).isFalse();

            new SingleTasks(other, "b").submit(1);
            assertThat(store.wakeUps().changedElsewhere()).isTrue();
            assertThat(store.wakeUps().changedElsewhere()).isFalse();
        }
    }

    @Test
    void a_schema_is_refused() {
        StoreSettings settings =
                new StoreSettings("runner", Databases.CLOCK, SchemaMode.MIGRATE, "tenant_a", FaultPoints.NONE);

        assertThatThrownBy(() -> new SqliteStoreProvider().open(new StoreUrl(file().toString()), settings))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("no schemas");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void verifying_accepts_the_present_schema_and_makes_nothing() {
        assertThatThrownBy(() -> verify().close())
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("does not exist");
        assertThat(folder).isEmptyDirectory();

        Databases.open(file().toString()).close();
        verify().close();
    }

    @Test
    void verifying_refuses_an_older_schema_with_the_remedy() throws Exception {
        Databases.open(file().toString()).close();
        try (Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            statement.execute("delete from cloacina_schema_history where version = '004'");
        }

        assertThatThrownBy(this::verify)
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("MIGRATE");
    }

    @Test
    void a_schema_of_a_newer_version_is_refused() throws Exception {
        Databases.open(file().toString()).close();
        try (Connection stranger = Databases.stranger(file());
                Statement statement = stranger.createStatement()) {
            statement.execute("update cloacina_schema_history set version = '900', script = 'V900__future.sql'"
                    + " where version = '004'");
        }

        assertThatThrownBy(() -> Databases.open(file().toString())).isInstanceOf(StoreException.Unusable.class);
    }

    private ExecutionStore verify() {
        return Databases.open(file().toString(), Databases.CLOCK, SchemaMode.VERIFY);
    }

    @Test
    void a_store_that_may_only_read_reads_and_refuses_to_write() {
        try (ExecutionStore store = Databases.open(file().toString())) {
            var id = new SingleTasks(store, "a").define().submit(1).get(0);
            try (ExecutionStore reader = Databases.open(file() + "?mode=ro")) {
                assertThat(reader.queries().find(id)).isPresent();
                assertThatThrownBy(() -> new SingleTasks(reader, "b").claim(1))
                        .isInstanceOf(StoreException.Unusable.class);
            }
        }
    }

    @Test
    void a_file_that_was_unlinked_acknowledges_nothing_more() throws IOException {
        try (ExecutionStore store = Databases.open(file().toString())) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            Files.delete(file());

            assertThatThrownBy(() -> tasks.submit(1))
                    .isInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("moved, deleted, replaced or emptied");
        }
    }

    @Test
    void a_file_that_was_replaced_acknowledges_nothing_more() throws IOException {
        Path other = folder.resolve("other.db");
        Databases.open(other.toString()).close();
        try (ExecutionStore store = Databases.open(file().toString())) {
            SingleTasks tasks = new SingleTasks(store, "a").define();
            Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> tasks.submit(1)).isInstanceOf(StoreException.Unusable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', VERIFY", "?mode=ro, MIGRATE"})
    void whoever_may_only_look_notices_too_that_the_file_is_not_the_one_that_was_here(String mode, SchemaMode schema)
            throws IOException {
        Path other = folder.resolve("other.db");
        Databases.open(other.toString()).close();
        Databases.open(file().toString()).close();
        Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);
        StoreSettings settings = new StoreSettings("late", Databases.CLOCK, schema, null, FaultPoints.NONE);

        assertThatThrownBy(() -> new SqliteStoreProvider().open(new StoreUrl(file() + mode), settings))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("its -lock remembers");

        Files.delete(folder.resolve("orders.db-lock"));
        new SqliteStoreProvider().open(new StoreUrl(file() + mode), settings).close();
        assertThat(folder.resolve("orders.db-lock")).as("nobody made one").doesNotExist();
    }

    @Test
    void a_new_connection_notices_a_strange_identity() throws Exception {
        Databases.open(file().toString()).close();
        SqlitePragmas pragmas = SqliteUrl.parse(new StoreUrl(file().toString())).pragmas();

        assertThatThrownBy(() -> new SessionSource(file(), pragmas, true, FileWatch.of(file()), "00").getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("identity");
    }

    /** Or it would take the journal beside it for its own, and the last to close would move that into the wrong file. */
    @Test
    void no_connection_is_opened_on_a_file_that_was_replaced() throws Exception {
        Path other = folder.resolve("other.db");
        Databases.open(other.toString()).close();
        try (ExecutionStore store = Databases.open(file().toString())) {
            new SingleTasks(store, "a").define();
            FileWatch watch = FileWatch.of(file());
            byte[] journal = Files.readAllBytes(DatabaseFile.journalOf(file()));
            SqlitePragmas pragmas =
                    SqliteUrl.parse(new StoreUrl(file().toString())).pragmas();
            Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> new SessionSource(file(), pragmas, true, watch, null).getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("replaced by another one");
            assertThat(DatabaseFile.journalOf(file())).hasBinaryContent(journal);
        }
    }

    @Test
    void a_closed_store_says_so_and_leaves_nothing_open() {
        ExecutionStore store = Databases.open(file().toString());
        store.close();
        store.close();

        assertThatThrownBy(() -> store.queries().expiredClaims(1))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("closed");
        assertThat(folder.resolve("orders.db-wal")).doesNotExist();
    }
}
