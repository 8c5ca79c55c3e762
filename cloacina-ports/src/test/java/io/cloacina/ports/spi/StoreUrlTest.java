package io.cloacina.ports.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:hush@h:5432/db?sslmode=require, postgresql://u:***@h:5432/db?sslmode=require",
        "postgres://u:hu%40sh@h/db, postgres://u:***@h/db",
        "jdbc:postgresql://h/db?user=u&password=hush&ssl=true, jdbc:postgresql://h/db?user=u&password=***&ssl=true",
        "jdbc:postgresql://h/db?PASSWORD=hush, jdbc:postgresql://h/db?PASSWORD=***",
        "jdbc:postgresql://h/db?sslpassword=hush, jdbc:postgresql://h/db?sslpassword=***"
    })
    void the_text_hides_the_password_and_nothing_else(String url, String shown) {
        assertThat(new StoreUrl(url)).hasToString(shown);
        assertThat(new StoreUrl(url).text()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:x/hush@h/db",
                "postgresql://u:x@hush@h/db",
                "postgresql://u:x?hush@h/db",
                "postgresql://u:x#hush@h/db",
                "postgresql://u:x:hush@h/db",
                "postgresql://:hush@h/db",
                "postgres:u:hush@h",
                "app:hush@h/db",
                "u:hush@h/db",
                "_app:hush@h/db",
                "1app:hush@h/db",
                "j\u00fcrgen:hush@h/db",
                "my-app:hush:hush@h:5432/db",
                "app:hush/hush@h",
                "jdbc:postgresql://h:1/db?user=u&password=x@hush",
                "host=h dbname=d password=hush",
                "password = hush",
                "host='h'password='x\\' hush'",
                "Server=h; User Id=u; Pwd=x hush;",
                "mysql -h h password=hush"
            })
    void a_password_that_breaks_the_rules_of_urls_is_hidden_too(String url) {
        assertThat(new StoreUrl(url)).asString().contains("***").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.db",
                "my password.db",
                "host=h dbname=d passfile=/home/u/.pgpass",
                ":memory:",
                "file:orders.db?mode=rwc",
                "C:\\data\\orders@home.db",
                "jdbc:sqlite:orders.db",
                "postgresql://h:5432/db",
                "postgresql://u@h/db"
            })
    void a_url_without_a_password_is_shown_as_it_is(String url) {
        assertThat(new StoreUrl(url)).hasToString(url);
    }

    @Test
    void a_string_that_holds_a_url_hides_the_password() {
        assertThat("opened " + new StoreUrl("postgresql://u:hush@h/db")).doesNotContain("hush");
    }
}
