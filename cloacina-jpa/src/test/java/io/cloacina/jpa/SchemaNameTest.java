package io.cloacina.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.StoreException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"tenant_a", "_", "a", "a123456789012345678901234567890123456789012345678901234567890_2"})
    void a_plain_name_is_quoted(String name) {
        assertThat(SchemaName.of(name).qualifier()).isEqualTo('"' + name + "\".");
        assertThat(SchemaName.of(name)).isEqualTo(SchemaName.of(name)).hasSameHashCodeAs(SchemaName.of(name));
    }

    @Test
    void the_default_schema_is_not_named() {
        assertThat(SchemaName.DEFAULT.qualifier()).isEmpty();
        assertThat(SchemaName.DEFAULT).hasToString("the default schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Tenant",
                "1a",
                "a-b",
                "a b",
                "a\"b",
                "a;drop schema public",
                "a.b",
                "ä",
                "a\n",
                "pg_toast",
                "pg_catalog",
                "information_schema",
                "a12345678901234567890123456789012345678901234567890123456789_234"
            })
    void any_other_name_is_refused_without_repeating_it(String name) {
        assertThatThrownBy(() -> SchemaName.of(name))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void nothing_that_was_accepted_can_end_the_quotes() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 10_000; round++) {
            String name = random.ints(1 + random.nextInt(8), 0, 128)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            try {
                assertThat(SchemaName.of(name).qualifier()).matches("\"[a-z_][a-z0-9_]*\"\\.");
            } catch (StoreException.Unusable refused) {
                assertThat(name.matches("[a-z_][a-z0-9_]*") && !name.startsWith("pg_"))
                        .isFalse();
            }
        }
    }
}
