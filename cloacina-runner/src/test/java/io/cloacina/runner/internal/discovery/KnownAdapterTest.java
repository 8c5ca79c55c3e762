package io.cloacina.runner.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.ports.spi.StoreUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAdapterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:p@h/db",
                "postgresql://h",
                "jdbc:postgresql://h/db",
                "JDBC:PostgreSQL:db",
                "postgres:"
            })
    void a_postgres_url_belongs_to_the_postgres_adapter(String url) {
        assertThat(KnownAdapter.of(new StoreUrl(url))).contains(KnownAdapter.POSTGRES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.db",
                "orders.db?mode=rwc&_busy_timeout=5000",
                "/var/lib/orders.db",
                "./a b.db",
                "C:\\data\\orders.db",
                "c:/data/orders.db",
                "file:orders.db",
                "sqlite://orders.db",
                "jdbc:sqlite:orders.db",
                ":memory:"
            })
    void a_path_or_sqlite_url_belongs_to_the_sqlite_adapter(String url) {
        assertThat(KnownAdapter.of(new StoreUrl(url))).contains(KnownAdapter.SQLITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://h/db", "jdbc:oracle:thin:@h", "http://h", "jdbc:h2:mem:x", "postgresqlx://h"})
    void another_scheme_belongs_to_no_adapter_of_ours(String url) {
        assertThat(KnownAdapter.of(new StoreUrl(url))).isEmpty();
    }
}
