package io.cloacina.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One text per value, whoever wrote it and in whatever order. */
class CanonicalTextTest {

    @Test
    void members_are_sorted_and_nothing_is_written_that_need_not_be() {
        JsonObject inner =
                JsonObject.builder().add("z", true).add("a", JsonNull.NULL).build();
        JsonObject object = JsonObject.builder()
                .add("b", JsonArray.of(JsonNumber.of(1), new JsonString("x"), JsonArray.EMPTY, JsonObject.EMPTY))
                .add("a", inner)
                .build();

        assertThat(object.canonical()).isEqualTo("{\"a\":{\"a\":null,\"z\":true},\"b\":[1,\"x\",[],{}]}");
    }

    @Test
    void only_what_must_be_escaped_is_escaped() {
        assertThat(new JsonString("\"\\/\b\f\n\r\t\u0001\u001f\u007fé€😀").canonical())
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007fé€😀\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.10e2, 110",
        "-0, 0",
        "-0.000, 0",
        "0e99999, 0",
        "1.50, 1.5",
        "100, 100",
        "1e2, 100",
        "1E-7, 0.0000001",
        "9223372036854775808, 9223372036854775808",
        "1234567890123456789012345678901234567890, 1234567890123456789012345678901234567890",
        "1e1000, 1e1000",
        "-12.5e-2000, -125e-2001",
        "1e131071, 1e131071",
        "1e1000000000, 1e1000000000",
        "10e2147483647, 10e2147483647"
    })
    void a_number_has_one_notation_with_all_its_digits_and_few_of_its_zeros(String given, String canonical) {
        assertThat(new JsonNumber(new BigDecimal(given)).canonical()).isEqualTo(canonical);
    }

    @Test
    void what_can_be_stored_is_written_as_jsonb_gives_it_back() {
        String largest = new JsonNumber(new BigDecimal("1e400")).canonical();

        assertThat(largest).isEqualTo("1" + "0".repeat(400));
        assertThat(JsonNumber.of(Double.MAX_VALUE).canonical()).hasSize(309).doesNotContain("e");
        assertThat(JsonNumber.of(Double.MIN_VALUE).canonical())
                .startsWith("0.000")
                .doesNotContain("e");
    }

    @Test
    void numbers_are_equal_by_value() {
        assertThat(new JsonNumber(new BigDecimal("1.10e2")))
                .isEqualTo(JsonNumber.of(110))
                .hasSameHashCodeAs(JsonNumber.of(110L));
        assertThat(JsonNumber.of(-0.0)).isEqualTo(JsonNumber.of(0));
        assertThat(JsonNumber.of(0.1)).isEqualTo(new JsonNumber(new BigDecimal("0.10")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_is_finite(double value) {
        assertThatThrownBy(() -> JsonNumber.of(value))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void a_number_of_a_million_digits_costs_no_time() {
        JsonNumber monster = new JsonNumber(new BigDecimal(BigInteger.ONE.shiftLeft(3_000_000), 5));

        assertThat(NumberNotation.hasMoreDigitsThan(monster.value(), 500)).isTrue();
    }

    @Test
    void any_value_reads_back_equal_and_its_text_does_not_depend_on_the_order_of_members() {
        for (long seed = 0; seed < 5_000; seed++) {
            JsonValue value = new RandomJson(new SplittableRandom(seed)).value(4);
            String text = value.canonical();

            assertThat(ReferenceParser.parse(text)).as("seed %d", seed).isEqualTo(value);
            assertThat(reversed(value).canonical()).as("seed %d", seed).isEqualTo(text);
            assertThat(new String(text.getBytes(UTF_8), UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    private static JsonValue reversed(JsonValue value) {
        if (value instanceof JsonObject object) {
            List<Map.Entry<String, JsonValue>> members =
                    new ArrayList<>(object.members().entrySet());
            Collections.reverse(members);
            Map<String, JsonValue> reversed = new LinkedHashMap<>();
            members.forEach(each -> reversed.put(each.getKey(), reversed(each.getValue())));
            return new JsonObject(reversed);
        }
        return value instanceof JsonArray array
                ? new JsonArray(array.elements().stream()
                        .map(CanonicalTextTest::reversed)
                        .toList())
                : value;
    }

    @Test
    void depth_costs_no_stack() {
        JsonValue deep = JsonArray.EMPTY;
        for (int i = 1; i < 100_000; i++) {
            deep = i % 2 == 0 ? JsonArray.of(deep) : new JsonObject(Map.of("a", deep));
        }

        assertThat(deep.canonical()).hasSize(100_000 / 2 * (2 + 6));
    }
}
