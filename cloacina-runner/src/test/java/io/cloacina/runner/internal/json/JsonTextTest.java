package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void every_kind_of_value_is_read() {
        assertThat(JsonText.parse(" {\"a\": [null, true, false, 1, \"x\"], \"b\": {}} "))
                .isEqualTo(new JsonObject(Map.of(
                        "a",
                        JsonArray.of(
                                JsonNull.NULL,
                                JsonBoolean.TRUE,
                                JsonBoolean.FALSE,
                                JsonNumber.of(1),
                                new JsonString("x")),
                        "b",
                        JsonObject.EMPTY)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.10e2, 110",
        "-0, 0",
        "-0.0, 0",
        "0.1, 0.1",
        "9223372036854775808, 9223372036854775808",
        "1234567890123456789012345678901234567890, 1234567890123456789012345678901234567890",
        "0.30000000000000000000000000000000000004, 0.30000000000000000000000000000000000004",
        "1e400, 1E+400"
    })
    void numbers_keep_every_digit(String text, String number) {
        assertThat(JsonText.parse(text)).isEqualTo(new JsonNumber(new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "secret",
                "'secret'",
                "{\"secret\"",
                "{\"secret\":}",
                "{\"secret\":1,}",
                "[1,]",
                "[,1]",
                "]",
                "{\"secret\":1,\"secret\":2}",
                "{\"a\":{\"secret\":1,\"secret\":1}}",
                "1 secret",
                "{} {}",
                "[] ]",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                ".5",
                "5.",
                "0x10",
                "1e99999999999",
                "// secret\n1",
                "/* secret */ 1",
                "\"secret",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a\nsecret\"",
                "\uFEFF1"
            })
    void what_is_not_exactly_one_value_is_refused_without_showing_it(String text) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageStartingWith("A JSON text cannot be read: ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void a_fault_says_where_it_is() {
        assertThatThrownBy(() -> JsonText.parse("{\"a\":1,\"a\":2}"))
                .hasMessageContaining("key twice")
                .hasMessageMatching(".*\\(at character \\d+ of 13\\)\\.");
    }

    @Test
    void depth_is_bounded_and_the_stack_is_safe() {
        assertThat(JsonText.parse(nested(400))).isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> JsonText.parse(nested(100_000)))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void lengths_are_bounded() {
        assertThatThrownBy(() -> JsonText.parse("9".repeat(2_000))).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> JsonText.parse("{\"" + "k".repeat(20_000) + "\":1}"))
                .isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> JsonText.parse("\"" + "s".repeat((16 << 20) + 1) + "\""))
                .isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void a_number_with_a_monstrous_exponent_costs_nothing() {
        JsonValue monster = JsonText.parse("[1e1000000000,1e-1000000000]");

        assertThat(monster.canonical()).hasSizeLessThan(100);
    }

    @Test
    void keys_that_look_like_type_information_are_data() {
        String text = "{\"@class\":\"com.zaxxer.hikari.HikariConfig\",\"metricRegistry\":\"ldap://localhost/x\"}";

        assertThat(JsonText.parse(text).canonical()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void canonical_text_reads_back_as_the_same_value(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            JsonValue value = randomValue(random, 4);
            assertThat(JsonText.parse(value.canonical())).isEqualTo(value);
        }
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static JsonValue randomValue(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonBoolean.of(random.nextBoolean());
            case 2 -> JsonNumber.of(random.nextLong());
            case 3 -> new JsonNumber(BigDecimal.valueOf(random.nextLong(), random.nextInt(-30, 30)));
            case 4 -> new JsonString(randomText(random));
            case 5 -> new JsonArray(randomElements(random, depth - 1));
            default -> new JsonObject(randomMembers(random, depth - 1));
        };
    }

    private static List<JsonValue> randomElements(SplittableRandom random, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(randomValue(random, depth));
        }
        return elements;
    }

    private static Map<String, JsonValue> randomMembers(SplittableRandom random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(randomText(random), randomValue(random, depth));
        }
        return members;
    }

    /** Any code points but lone surrogates: control characters, quotes and emoji among them. */
    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int c = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
            text.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 'x' : c);
        }
        return text.toString();
    }
}
