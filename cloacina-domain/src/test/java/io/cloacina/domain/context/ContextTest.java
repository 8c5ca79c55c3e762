package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context is a value; keys are inserted, updated, put and removed, and never by accident. */
class ContextTest {

    @Test
    void insert_sets_a_key_that_is_absent_and_refuses_one_that_is_there() {
        Context context = Context.empty().insert("order.id", 42);

        assertThat(context.get("order.id")).contains(JsonNumber.of(42));
        assertThatThrownBy(() -> context.insert("order.id", 43))
                .isInstanceOfSatisfying(
                        ContextKeyException.KeyExists.class,
                        error -> assertThat(error.key()).isEqualTo("order.id"))
                .hasMessageContaining("\"order.id\"")
                .hasMessageContaining("Use update")
                .hasMessageNotContaining("43");
    }

    @Test
    void update_changes_a_key_that_is_there_and_refuses_one_that_is_absent() {
        assertThat(Context.of("a", 1).update("a", 2)).isEqualTo(Context.of("a", 2));
        assertThatThrownBy(() -> Context.empty().update("a", 1))
                .isInstanceOf(ContextKeyException.KeyAbsent.class)
                .hasMessageContaining("\"a\" cannot be updated");
    }

    @Test
    void put_does_either() {
        assertThat(Context.empty().put("a", 1).put("a", 2)).isEqualTo(Context.of("a", 2));
    }

    @Test
    void an_absent_key_reads_as_empty_and_removing_it_changes_nothing() {
        Context context = Context.of("a", 1);

        assertThat(context.get("b")).isEmpty();
        assertThat(context.contains("b")).isFalse();
        assertThat(context.remove("b")).isSameAs(context);
        assertThat(context.remove("a")).isEqualTo(Context.empty());
    }

    @Test
    void json_null_is_a_value() {
        Context context = Context.of("a", JsonNull.NULL);

        assertThat(context.contains("a")).isTrue();
        assertThatThrownBy(() -> context.insert("a", 1)).isInstanceOf(ContextKeyException.KeyExists.class);
    }

    @Test
    void a_change_leaves_the_context_it_began_with_alone() {
        Context before = Context.of("a", 1);
        before.put("a", 2).insert("b", 3).remove("a");

        assertThat(before).isEqualTo(Context.of("a", 1));
        assertThat(before.keys()).containsExactly("a");
    }

    @Test
    void a_key_given_twice_is_refused() {
        assertThatThrownBy(() -> Context.of("a", 1, "b", 2, "a", 1)).isInstanceOf(ContextKeyException.KeyExists.class);
        assertThat(Context.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5).keys()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a\ud800"})
    void a_key_that_names_nothing_or_cannot_be_stored_is_refused(String key) {
        assertThatThrownBy(() -> Context.of(key, 1)).isInstanceOf(InvalidPayloadException.class);
        assertThatThrownBy(() -> Context.fromJson(new JsonObject(Map.of(key, JsonNull.NULL))))
                .isInstanceOf(InvalidPayloadException.class);
    }

    @Test
    void java_null_is_refused_as_key_and_as_value() {
        assertThatThrownBy(() -> Context.empty().put("a", none())).isInstanceOf(RefusedArgumentException.class);
        assertThatThrownBy(() -> Context.empty().put(none(), 1)).isInstanceOf(RefusedArgumentException.class);
        assertThatThrownBy(() -> Context.empty().get(none())).isInstanceOf(RefusedArgumentException.class);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a caller without a null checker may do
    private static <T> T none() {
        return (T) null;
    }

    @Test
    void a_context_and_its_json_are_the_same() {
        JsonObject json = JsonObject.builder()
                .add("a", "x")
                .add("b", JsonArray.of(JsonNumber.of(1)))
                .build();

        assertThat(Context.fromJson(json)).isEqualTo(Context.of("a", "x", "b", List.of(1)));
        assertThat(Context.fromJson(json).toJson()).isEqualTo(json);
    }

    @Test
    void nothing_enters_a_context_that_no_limit_could_allow() {
        String large = "x".repeat(9 << 20);
        Context half = Context.of("a", large);

        assertThatThrownBy(() -> half.put("b", large))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("/b")
                .hasMessageContaining("16777216 bytes");
        assertThat(half.put("a", large).keys()).hasSize(1);
        assertThatThrownBy(() -> Context.fromJson(
                        new JsonObject(Map.of("a", new JsonString(large), "b", new JsonString(large)))))
                .isInstanceOf(InvalidPayloadException.class);
    }

    @Test
    void a_bomb_of_a_billion_elements_is_refused_at_once() {
        assertThatThrownBy(() -> Context.of("a", Collections.nCopies(1_000_000_000, "x")))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("at /a: the payload has more than 8388608 values");
    }

    @Test
    void its_text_shows_keys_but_no_values() {
        assertThat(Context.of("b", "secret", "a", 1)).hasToString("Context[a, b]");
    }
}
