package io.cloacina.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.adapter.sqlite.SqlitePragmas.Journal;
import io.cloacina.adapter.sqlite.SqlitePragmas.Mode;
import io.cloacina.adapter.sqlite.SqlitePragmas.Synchronous;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits.Durability;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteUrlTest {

    @ParameterizedTest
    @CsvSource({
        "orders.db,                          orders.db",
        "orders,                             orders",
        "data/orders.db,                     data/orders.db",
        "./orders.db,                        orders.db",
        "data/../orders.db,                  orders.db",
        "/var/lib/orders.db,                 /var/lib/orders.db",
        "'my orders.db',                     'my orders.db'",
        "'50% off+1 #2.db',                  '50% off+1 #2.db'",
        "./password=of the safe.db,          'password=of the safe.db'",
        "tenant=a.db,                        tenant=a.db",
        "data/user=a.db,                     data/user=a.db",
        "sqlite:orders.db,                   orders.db",
        "sqlite://orders.db,                 orders.db",
        "sqlite://data/orders.db,            data/orders.db",
        "sqlite:///var/lib/orders.db,        /var/lib/orders.db",
        "SQLite:///var/lib/orders.db,        /var/lib/orders.db",
        "sqlite:///var/my%20orders.db,       '/var/my orders.db'",
        "file:orders.db,                     orders.db",
        "file:/var/lib/orders.db,            /var/lib/orders.db",
        "file:///var/lib/orders.db,          /var/lib/orders.db",
        "file://localhost/var/orders.db,     /var/orders.db",
        "file:///var/Gr%C3%BC%C3%9Fe.db,     /var/Grüße.db",
        "jdbc:sqlite:orders.db,              orders.db",
        "jdbc:sqlite:/var/lib/orders.db,     /var/lib/orders.db",
        "jdbc:sqlite:file:/var/lib/a.db,     /var/lib/a.db",
    })
    void a_file_is_named_in_many_ways(String url, String file) {
        assertThat(parse(url).path()).isEqualTo(Path.of(file).toAbsolutePath());
        assertThat(SqliteUrl.accepts(new StoreUrl(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":memory:",
                "sqlite::memory:",
                "sqlite://:memory:",
                "file::memory:",
                "jdbc:sqlite::memory:",
                ":memory:?mode=memory",
                "?mode=memory",
                "file:?mode=memory",
                "jdbc:sqlite:?mode=MEMORY"
            })
    void memory_is_named_in_many_ways(String url) {
        SqliteUrl memory = parse(url);

        assertThat(memory.inMemory()).isTrue();
        assertThat(memory.pragmas().journal()).isEqualTo(Journal.MEMORY);
        assertThat(memory.pragmas().durability()).isEqualTo(Durability.NONE);
    }

    @Test
    void a_file_that_is_only_read_keeps_its_journal() {
        assertThat(parse("orders.db?mode=ro&_synchronous=FULL").pragmas().mode())
                .isEqualTo(Mode.RO);
    }

    @Test
    void silence_means_the_safe_defaults() {
        assertThat(parse("orders.db").pragmas())
                .isEqualTo(new SqlitePragmas(Mode.RWC, Journal.WAL, Synchronous.FULL, Duration.ofSeconds(10)));
    }

    @Test
    void the_string_of_the_seed_means_what_it_says() {
        SqliteUrl url = parse("myapp.db?mode=rwc&_journal_mode=WAL&_synchronous=NORMAL&_busy_timeout=5000");

        assertThat(Objects.requireNonNull(url.path()).getFileName()).hasToString("myapp.db");
        assertThat(url.pragmas())
                .isEqualTo(new SqlitePragmas(Mode.RWC, Journal.WAL, Synchronous.NORMAL, Duration.ofSeconds(5)));
        assertThat(url.pragmas().durability()).isEqualTo(Durability.PROCESS_CRASH);
    }

    @Test
    void options_are_understood_without_their_underscore_and_in_any_case() {
        assertThat(parse("a.db?journal_mode=delete&synchronous=extra&busy_timeout=1&foreign_keys=ON&mode=RW")
                        .pragmas())
                .isEqualTo(new SqlitePragmas(Mode.RW, Journal.DELETE, Synchronous.EXTRA, Duration.ofMillis(1)));
        assertThat(parse("a.db?_synchronous=1").pragmas().synchronous()).isEqualTo(Synchronous.NORMAL);
        assertThat(parse("a.db?_synchronous=2").pragmas().synchronous()).isEqualTo(Synchronous.FULL);
    }

    @Test
    void the_name_for_messages_is_the_file_without_its_folder() {
        assertThat(parse("/home/ada/secret-project/orders.db")).hasToString("The SQLite database orders.db");
        assertThat(parse(":memory:")).hasToString("The SQLite database in memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://localhost/orders",
                "postgresql://localhost/orders",
                "jdbc:postgresql://localhost/orders",
                "mysql://localhost/orders",
                "jdbc:h2:mem:x",
                "http://localhost/orders.db",
                "",
                "   "
            })
    void other_kinds_are_left_to_others(String url) {
        assertThat(SqliteUrl.accepts(new StoreUrl(url))).isFalse();
    }

    @Test
    void a_postgres_url_names_the_artifact_that_opens_it() {
        assertThatThrownBy(() -> parse("postgres://ada:s3cret@localhost/orders"))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("io.cloacina:cloacina-adapter-postgres")
                .hasMessageNotContaining("s3cret");
    }

    private static SqliteUrl parse(String url) {
        return SqliteUrl.parse(new StoreUrl(url));
    }
}
