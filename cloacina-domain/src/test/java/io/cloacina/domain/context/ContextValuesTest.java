package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java objects go in and come out as JSON. */
class ContextValuesTest {

    private enum Colour {
        RED,
        GREEN
    }

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of("x", "\"x\""),
                Arguments.of(true, "true"),
                Arguments.of((byte) 1, "1"),
                Arguments.of((short) -2, "-2"),
                Arguments.of(3, "3"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(-0.0, "0"),
                Arguments.of(1.10e2, "110"),
                Arguments.of(new BigDecimal("1.10e2"), "110"),
                Arguments.of(new BigInteger("9".repeat(40)), "9".repeat(40)),
                Arguments.of(Colour.GREEN, "\"GREEN\""),
                Arguments.of(Optional.of(Optional.of(1)), "1"),
                Arguments.of(Optional.empty(), "null"),
                Arguments.of(Arrays.asList(1, null, "x"), "[1,null,\"x\"]"),
                Arguments.of(new TreeSet<>(List.of("b", "a")), "[\"a\",\"b\"]"),
                Arguments.of(new Object[] {1, new String[] {"y"}}, "[1,[\"y\"]]"),
                Arguments.of(Map.of("a", List.of(Map.of())), "{\"a\":[{}]}"),
                Arguments.of(JsonArray.of(JsonNull.NULL), "[null]"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void these_are_written_without_any_help(Object value, String json) {
        assertThat(Context.of("k", value).get("k").orElseThrow().canonical()).isEqualTo(json);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("x", String.class, "x"),
                Arguments.of(true, Boolean.class, true),
                Arguments.of(true, boolean.class, true),
                Arguments.of(127, Byte.class, (byte) 127),
                Arguments.of(-32768, Short.class, Short.MIN_VALUE),
                Arguments.of(3, Integer.class, 3),
                Arguments.of(3, int.class, 3),
                Arguments.of(3, Long.class, 3L),
                Arguments.of(3.0, Long.class, 3L),
                Arguments.of(3, BigInteger.class, BigInteger.valueOf(3)),
                Arguments.of(3, BigDecimal.class, new BigDecimal("3")),
                Arguments.of(0.1, Double.class, 0.1),
                Arguments.of(3, Float.class, 3f),
                Arguments.of(Double.MAX_VALUE, double.class, Double.MAX_VALUE),
                Arguments.of(3, Number.class, 3L),
                Arguments.of(0.5, Number.class, new BigDecimal("0.5")),
                Arguments.of("RED", Colour.class, Colour.RED),
                Arguments.of(List.of(1, List.of("x")), List.class, List.of(1L, List.of("x"))),
                Arguments.of(Map.of("a", 1e300), Map.class, Map.of("a", new BigDecimal("1e300"))),
                Arguments.of(Map.of("a", true), Object.class, Map.of("a", true)),
                Arguments.of(1, JsonValue.class, JsonNumber.of(1)),
                Arguments.of("x", JsonString.class, new JsonString("x")));
    }

    @ParameterizedTest
    @MethodSource("read")
    void these_are_read_without_any_help(Object written, Class<?> type, Object expected) {
        Context context = Context.of("k", written);

        assertThat(context.require("k", type)).isEqualTo(expected);
        assertThat(context.get("k", type).orElseThrow()).isEqualTo(expected);
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                Arguments.of(1, String.class, "number"),
                Arguments.of("1", Integer.class, "string"),
                Arguments.of("true", Boolean.class, "string"),
                Arguments.of(128, Byte.class, "number that does not fit"),
                Arguments.of(1.5, Integer.class, "number that does not fit"),
                Arguments.of(1L << 31, Integer.class, "number that does not fit"),
                Arguments.of(new BigDecimal("1e19"), Long.class, "number that does not fit"),
                Arguments.of(0.5, BigInteger.class, "number that does not fit"),
                Arguments.of(new BigDecimal("1e309"), Double.class, "number that does not fit"),
                Arguments.of(1e39, Float.class, "number that does not fit"),
                Arguments.of("BLUE", Colour.class, "string"),
                Arguments.of(1, Colour.class, "number"),
                Arguments.of(Map.of(), List.class, "object"),
                Arguments.of(List.of(), Map.class, "array"),
                Arguments.of(List.of(), JsonObject.class, "array"));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void a_value_of_another_type_is_refused_with_key_and_both_types(Object written, Class<?> type, String found) {
        Context context = Context.of("order.id", written);

        assertThatThrownBy(() -> context.get("order.id", type))
                .isInstanceOfSatisfying(ContextKeyException.TypeMismatch.class, error -> {
                    assertThat(error.key()).isEqualTo("order.id");
                    assertThat(error.expected()).isEqualTo(type.getSimpleName());
                    assertThat(error.found()).isEqualTo(found);
                })
                .hasMessageContainingAll("\"order.id\"", type.getSimpleName(), found)
                .hasMessageNotContaining("BLUE");
    }

    @Test
    void json_null_reads_as_empty_and_is_nothing_one_can_require() {
        Context context = Context.of("k", JsonNull.NULL);

        assertThat(context.get("k", String.class)).isEmpty();
        assertThat(context.get("k", Object.class)).isEmpty();
        assertThat(context.getList("k", String.class)).isEmpty();
        assertThat(context.get("k", JsonValue.class)).hasValue(JsonNull.NULL);
        assertThatThrownBy(() -> context.require("k", String.class))
                .isInstanceOf(ContextKeyException.TypeMismatch.class)
                .hasMessageContaining("found null");
    }

    @Test
    void a_required_key_that_is_absent_is_an_error_that_says_so() {
        assertThatThrownBy(() -> Context.empty().require("a\nb", String.class))
                .isInstanceOf(ContextKeyException.KeyAbsent.class)
                .hasMessageContaining("\"a\\u000ab\" cannot be read");
    }

    @Test
    void a_list_is_read_element_by_element() {
        Context context = Context.of("k", List.of(1, 2), "mixed", List.of(1, "x"), "none", 1);

        assertThat(context.getList("k", Integer.class)).hasValue(List.of(1, 2));
        assertThat(context.getList("absent", Integer.class)).isEmpty();
        assertThatThrownBy(() -> context.getList("mixed", Integer.class))
                .isInstanceOf(ContextKeyException.TypeMismatch.class);
        assertThatThrownBy(() -> context.getList("none", Integer.class))
                .isInstanceOf(ContextKeyException.TypeMismatch.class)
                .hasMessageContaining("JsonArray");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void numbers_that_are_none_are_refused_with_their_place(double none) {
        assertThatThrownBy(() -> Context.of("k", List.of(1, none)))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("/k/1")
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Context.of("k", (float) none)).isInstanceOf(InvalidPayloadException.class);
    }

    @Test
    void a_list_that_contains_itself_is_refused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThatThrownBy(() -> Context.of("k", circle))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void lists_may_be_as_deep_as_the_limit_and_no_deeper() {
        Object deep = List.of();
        for (int i = 1; i < 99; i++) {
            deep = List.of(deep);
        }
        Object deeper = List.of(deep);

        assertThat(Context.of("k", deep).keys()).hasSize(1);
        assertThatThrownBy(() -> Context.of("k", deeper)).isInstanceOf(InvalidPayloadException.class);
    }

    @Test
    void a_map_whose_keys_are_not_text_is_refused() {
        assertThatThrownBy(() -> Context.of("k", Map.of(1, 2)))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("not a String");
    }

    @Test
    void a_key_that_is_no_text_is_not_asked_for_one() {
        Object key = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("asked");
            }
        };

        assertThatThrownBy(() -> Context.of("a", Map.of(key, 1)))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("not a String");
    }
}
