package io.cloacina.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted can be stored and read back equal; the rest is refused with a place and a reason. */
class JsonValidatorTest {

    private static final JsonValidator VALIDATOR = new JsonValidator(PayloadLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\uffff", "\ufeff", "\u0001", "\u007f", "😀", "\u2028", "\ud83d\ude00"})
    void any_text_of_whole_characters_is_accepted_as_string_and_as_key(String text) {
        assertThat(VALIDATOR.check(object(text, new JsonString(text))).keys()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "a\0", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "\ud83d\ud83d\ude00", "x\ud83d"})
    void nul_and_half_surrogates_are_refused_in_strings_and_in_keys(String text) {
        assertThat(refusal(object("key", new JsonString(text))).path()).isEqualTo("/key");
        assertThat(refusal(object(text, JsonNull.NULL)).path()).startsWith("/").doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "1.10", "1.10e2", "1e400", "1e-400", "9223372036854775808", "4.9e-324", "-1.5e308"})
    void numbers_within_bounds_are_accepted(String number) {
        VALIDATOR.check(new JsonNumber(new BigDecimal(number)));
    }

    @Test
    void numbers_of_forty_and_of_five_hundred_digits_are_accepted() {
        VALIDATOR.check(new JsonNumber(new BigDecimal("1234567890123456789012345678901234567890")));
        VALIDATOR.check(new JsonNumber(new BigDecimal("7".repeat(500))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1e-401", "1e1000", "1e131071", "1e-131071", "1e1000000000", "10e2147483647"})
    void numbers_far_from_their_point_are_refused(String number) {
        assertThat(refusal(object("n", new JsonNumber(new BigDecimal(number)))))
                .hasMessageContaining("/n")
                .hasMessageContaining("400 places");
    }

    @Test
    void numbers_of_too_many_digits_are_refused_however_many() {
        assertThat(refusal(new JsonNumber(new BigDecimal("7".repeat(501))))).hasMessageContaining("500 digits");
        assertThat(refusal(new JsonNumber(new BigDecimal(BigInteger.ONE.shiftLeft(10_000_000)))))
                .hasMessageContaining("500 digits");
    }

    static Stream<Arguments> depths() {
        return Stream.of(101, 501, 1_001, 100_000).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void what_is_nested_too_deep_is_refused_without_overflowing_the_stack(int depth) {
        assertThat(refusal(nested(depth))).hasMessageContaining("100 levels");
    }

    @Test
    void a_hundred_levels_are_accepted() {
        VALIDATOR.check(nested(100));
    }

    private static JsonValue nested(int depth) {
        JsonValue value = JsonArray.EMPTY;
        for (int i = 1; i < depth; i++) {
            value = JsonArray.of(value);
        }
        return value;
    }

    @Test
    void a_bomb_that_unfolds_to_more_than_there_are_atoms_is_refused_at_once() {
        JsonValue bomb = new JsonString("boom");
        for (int i = 0; i < 90; i++) {
            bomb = new JsonArray(Collections.nCopies(10, bomb));
        }

        assertThat(refusal(bomb)).hasMessageContaining("1048576 bytes");
    }

    @Test
    void an_array_is_weighed_before_its_elements_are_looked_at() {
        JsonArray wide = new JsonArray(Collections.nCopies(1 << 20, new JsonString("\0")));

        assertThat(refusal(wide)).hasMessageContaining("bytes");
    }

    @Test
    void an_object_is_weighed_before_its_keys_are_looked_at() {
        Map<String, JsonValue> members = new HashMap<>();
        for (int i = 0; i <= PayloadLimits.DEFAULT.maxKeys(); i++) {
            members.put("\0" + i, JsonNull.NULL);
        }

        assertThat(refusal(new JsonObject(members))).hasMessageContaining("100000 keys");
    }

    @Test
    void keys_of_all_objects_count_together() {
        JsonValidator two = new JsonValidator(PayloadLimits.DEFAULT.withMaxKeys(2));
        JsonObject one = object("k", JsonNull.NULL);

        assertThat(two.check(JsonArray.of(one, one)).keys()).isEqualTo(2);
        assertThatThrownBy(() -> two.check(JsonArray.of(one, one, one))).hasMessageContaining("2 keys");
        assertThatThrownBy(() -> two.check(object("k", object("k", one)))).hasMessageContaining("/k/k");
    }

    @Test
    void long_keys_and_long_strings_are_refused() {
        JsonValidator narrow =
                new JsonValidator(PayloadLimits.DEFAULT.withMaxKeyLength(3).withMaxStringLength(4));

        narrow.check(object("abc", new JsonString("abcd")));
        assertThatThrownBy(() -> narrow.check(object("abcd", JsonNull.NULL))).hasMessageContaining("3 characters");
        assertThatThrownBy(() -> narrow.check(new JsonString("abcde"))).hasMessageContaining("4 characters");
    }

    @Test
    void a_key_of_ten_megabytes_and_a_payload_of_a_hundred_are_refused_in_few_words() {
        JsonObject longKey = object("k".repeat(10 << 20), JsonNull.NULL);
        JsonArray large = new JsonArray(Collections.nCopies(100, new JsonString("x".repeat(1 << 20))));

        assertThat(refusal(longKey)).message().contains("1000 characters").hasSizeLessThan(500);
        assertThat(refusal(large))
                .message()
                .startsWith("The payload was refused at /0:")
                .hasSizeLessThan(500);
    }

    @Test
    void a_message_names_place_and_reason_but_never_the_value() {
        JsonObject secret = object("card/numbers", JsonArray.of(JsonNull.NULL, new JsonString("4711-secret\0")));

        assertThat(refusal(secret))
                .hasMessage("The payload was refused at /card~1numbers/1: the string contains the character NUL, which"
                        + " PostgreSQL cannot store.");
    }

    @Test
    void bytes_are_those_of_the_canonical_text_and_the_limit_is_exact() {
        for (long seed = 0; seed < 5_000; seed++) {
            JsonValue value = new RandomJson(new SplittableRandom(seed)).value(4);
            int bytes = value.canonical().getBytes(UTF_8).length;

            assertThat(VALIDATOR.check(value).bytes()).as("seed %d", seed).isEqualTo(bytes);
            if (bytes > 2) {
                new JsonValidator(PayloadLimits.DEFAULT.withMaxBytes(bytes)).check(value);
                JsonValidator less = new JsonValidator(PayloadLimits.DEFAULT.withMaxBytes(bytes - 1));
                assertThatThrownBy(() -> less.check(value))
                        .as("seed %d", seed)
                        .isInstanceOf(InvalidPayloadException.class);
            }
        }
    }

    @Test
    void the_sizes_of_members_add_up_to_the_size_of_their_object() {
        for (long seed = 0; seed < 2_000; seed++) {
            JsonObject object = new RandomJson(new SplittableRandom(seed)).object(3);
            PayloadSize members = object.members().entrySet().stream()
                    .map(each -> VALIDATOR.checkMember(each.getKey(), each.getValue()))
                    .reduce(PayloadSize.ZERO, PayloadSize::plus);
            int bracesAndCommas = 2 + Math.max(0, object.members().size() - 1);

            assertThat(members.plus(new PayloadSize(bracesAndCommas, 0)))
                    .as("seed %d", seed)
                    .isEqualTo(VALIDATOR.check(object));
        }
    }

    @Test
    void a_member_is_met_one_level_down_and_under_its_key() {
        VALIDATOR.checkMember("k", nested(99));
        assertThatThrownBy(() -> VALIDATOR.checkMember("k", nested(100))).hasMessageContaining("/k/0/0");
    }

    private static JsonObject object(String key, JsonValue value) {
        return new JsonObject(Map.of(key, value));
    }

    private static InvalidPayloadException refusal(JsonValue value) {
        InvalidPayloadException refusal =
                catchThrowableOfType(InvalidPayloadException.class, () -> VALIDATOR.check(value));
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }
}
