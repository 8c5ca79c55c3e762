package io.cloacina.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.RefusedArgumentException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An object is what it was made of, and each name is in it once. */
class JsonObjectTest {

    @Test
    void a_name_that_comes_twice_is_refused_whatever_its_values() {
        assertThatThrownBy(() -> JsonObject.builder().add("a", 1).add("b", 2).add("a", 1))
                .isInstanceOf(InvalidPayloadException.class)
                .hasMessageContaining("/a")
                .hasMessageContaining("twice");
    }

    @Test
    void members_keep_their_order_and_equality_does_not_look_at_it() {
        JsonObject one = JsonObject.builder().add("b", "x").add("a", true).build();
        JsonObject other = JsonObject.builder().add("a", true).add("b", "x").build();

        assertThat(one.members().keySet()).containsExactly("b", "a");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void a_later_change_of_the_map_does_not_reach_the_object() {
        Map<String, JsonValue> members = new HashMap<>();
        JsonObject object = new JsonObject(members);
        members.put("late", JsonNull.NULL);

        assertThat(object.members()).isEmpty();
    }

    @Test
    void java_null_is_no_value_and_json_null_is_one() {
        assertThatThrownBy(() -> new JsonObject(Collections.singletonMap("a", null)))
                .isInstanceOf(RefusedArgumentException.class);
        assertThat(JsonObject.builder().add("a", JsonNull.NULL).build().get("a"))
                .contains(JsonNull.NULL);
        assertThat(JsonObject.EMPTY.get("a")).isEmpty();
    }
}
