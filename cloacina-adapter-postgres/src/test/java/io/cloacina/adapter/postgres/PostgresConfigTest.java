package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.jpa.SchemaName;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresConfigTest {

    @ParameterizedTest
    @CsvSource({
        "postgres://user:pass@localhost:5432/mydb, user@localhost:5432/mydb",
        "postgresql://user:pass@localhost:5432/mydb, user@localhost:5432/mydb",
        "POSTGRES://user:pass@db.example.org/mydb, user@db.example.org:5432/mydb",
        "jdbc:postgresql://localhost:5433/mydb?user=me&password=x, me@localhost:5433/mydb",
        "jdbc:postgresql://me:x@localhost/mydb, me@localhost:5432/mydb",
        "jdbc:postgresql:mydb?user=me, me@localhost:5432/mydb",
        "postgres://me@/mydb, me@localhost:5432/mydb",
        "postgres://me@[::1]:6543/mydb, me@[::1]:6543/mydb",
        "postgres://me@[2001:db8::7]/mydb, me@[2001:db8::7]:5432/mydb",
        "postgres://me@h/caf%C3%A9, me@h:5432/café",
        "postgres://me%40work:x@h/a%2Fb, me@work@h:5432/a/b",
    })
    void every_form_of_the_url_names_the_same_things(String url, String address) {
        assertThat(config(url).address()).hasToString(address);
    }

    @Test
    void a_percent_encoded_password_is_decoded_and_a_plus_sign_stays() {
        assertThat(config("postgres://u:p%40s%2Fs%3A+%25@h/d").address().password())
                .isEqualTo("p@s/s:+%");
    }

    @Test
    void an_unencoded_at_sign_belongs_to_the_password() {
        PostgresAddress address = config("postgres://u:p@ss@h/d").address();

        assertThat(address.password()).isEqualTo("p@ss");
        assertThat(address.host()).isEqualTo("h");
    }

    @Test
    void silence_means_the_documented_defaults() {
        PostgresConfig config = config("postgres://u@h/d");

        assertThat(config.poolSize()).isEqualTo(10);
        assertThat(config.schema()).isEqualTo(SchemaName.of("cloacina"));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.socketTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.heartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.tls()).isEqualTo(new Tls("prefer", "prefer", null));
        assertThat(config.applicationName()).isEqualTo("runner-1");
        assertThat(config.pooled()).isFalse();
        assertThat(config.listens()).isTrue();
        assertThat(config.direct()).isEqualTo(config.address());
    }

    @Test
    void every_option_is_honoured() {
        PostgresConfig config = config("postgres://u@h/d?pool_size=4&schema=tenant_7&connect_timeout=2&socketTimeout=5"
                + "&sslmode=disable&channel_binding=disable&application_name=orders&pooler=transaction&listen=off"
                + "&directHost=%3A%3A1&directPort=6000");

        assertThat(config.poolSize()).isEqualTo(4);
        assertThat(config.schema().name()).isEqualTo("tenant_7");
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.heartbeatTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.tls()).isEqualTo(new Tls("disable", "disable", null));
        assertThat(config.applicationName()).isEqualTo("orders");
        assertThat(config.pooled()).isTrue();
        assertThat(config.listens()).isFalse();
        assertThat(config.direct()).hasToString("u@[::1]:6000/d");
    }

    @Test
    void the_schema_of_the_settings_is_used_and_a_contradiction_refused() {
        var settings = Settings.withSchema("tenant_1");

        assertThat(PostgresConfig.of(new StoreUrl("postgres://u@h/d"), settings)
                        .schema()
                        .name())
                .isEqualTo("tenant_1");
        assertThatThrownBy(() -> PostgresConfig.of(new StoreUrl("postgres://u@h/d?schema=tenant_2"), settings))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("different schemas");
    }

    @Test
    void nothing_of_the_configuration_shows_the_password() {
        PostgresConfig config = config("postgres://u:hunter2@h/d?application_name=x");

        assertThat(config.toString()).doesNotContain("hunter2");
        assertThat(PostgresUrl.parse(new StoreUrl("postgres://h/d?user=u&password=hunter2")))
                .asString()
                .doesNotContain("hunter2");
    }

    static PostgresConfig config(String url) {
        return PostgresConfig.of(new StoreUrl(url), Settings.plain());
    }
}
