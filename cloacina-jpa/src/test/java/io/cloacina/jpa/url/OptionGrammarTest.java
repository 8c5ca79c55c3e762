package io.cloacina.jpa.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.testsupport.canary.Canary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionGrammarTest {

    private enum Option {
        SIZE,
        NAME,
        PASSWORD
    }

    private final OptionGrammar<Option> grammar = new OptionGrammar<>(
            Option.class,
            OptionGrammarTest::named,
            name -> name.equals("vfs") ? "it is foreign" : null,
            "size, name",
            (reason, remedy) -> new IllegalArgumentException(reason + "; " + remedy));

    private static @Nullable Option named(String name) {
        return switch (name) {
            case "size" -> Option.SIZE;
            case "name" -> Option.NAME;
            case "password" -> Option.PASSWORD;
            default -> null;
        };
    }

    @Test
    void options_are_read_and_decoded() {
        assertThat(grammar.read("size=3&name=a%26b=c+d")).isEqualTo(Map.of(Option.SIZE, "3", Option.NAME, "a&b=c+d"));
        assertThat(grammar.read(null)).isEmpty();
        assertThat(grammar.read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "size,           has no value",
        "size=,          is empty",
        "size=1&size=2,  given twice",
        "size=1&,        has no value",
        "=1,             not made of letters",
        "s%69ze=1,       not made of letters",
        "other=1,        is unknown; known options are size",
        "vfs=1,          'since it is foreign'",
        "name=%,         two hex digits",
        "name=%C3,       not UTF-8",
        "name=%0A,       control character"
    })
    void anything_else_is_refused(String query, String reason) {
        assertThatThrownBy(() -> grammar.read(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=1&password=c4&nary=1", "password=c4&size=1&nary=1"})
    void what_may_be_the_rest_of_a_password_is_not_repeated(String query) {
        assertThatThrownBy(() -> grammar.read(query))
                .hasMessage("what follows the password is no known option; write & as %26 inside a value;"
                        + " known options are size, name");
    }

    @Test
    void a_password_is_not_repeated_when_anything_is_refused() {
        String password = "password=" + Canary.WORD;

        for (String query : List.of(password + "&bogus=1", "bogus=1&" + password, password + "&" + password)) {
            assertThatThrownBy(() -> grammar.read(query)).hasMessageNotContaining(Canary.WORD);
        }
    }
}
