package io.cloacina.domain.trigger;

import static io.cloacina.domain.trigger.Condition.contextValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {

    private static final Set<Operator> TRUE_OF_ABSENT =
            EnumSet.of(Operator.NOT_EQUALS, Operator.NOT_CONTAINS, Operator.NOT_EXISTS);

    @ParameterizedTest
    @EnumSource
    void an_absent_key_makes_the_negative_operators_true_and_the_others_false(Operator operator) {
        Condition condition =
                operator.takesOperand() ? contextValue("key", operator, 1) : contextValue("key", operator);
        assertThat(condition.holds(viewOf(Map.of()))).isEqualTo(TRUE_OF_ABSENT.contains(operator));
    }

    @Test
    void a_key_whose_value_is_null_is_there() {
        assertThat(contextValue("key", Operator.EXISTS).holds(viewOf(JsonNull.NULL)))
                .isTrue();
        assertThat(contextValue("key", Operator.NOT_EXISTS).holds(viewOf(JsonNull.NULL)))
                .isFalse();
        assertThat(holds(JsonNull.NULL, Operator.EQUALS, JsonNull.NULL)).isTrue();
    }

    @Test
    void numbers_are_equal_by_numeric_value_at_any_depth() {
        assertThat(holds(decimal("1.0"), Operator.EQUALS, JsonNumber.of(1))).isTrue();
        assertThat(holds(decimal("1e2"), Operator.EQUALS, JsonNumber.of(100))).isTrue();
        assertThat(holds(JsonArray.of(decimal("2.50")), Operator.EQUALS, JsonArray.of(decimal("2.5"))))
                .isTrue();
        assertThat(holds(new JsonString("1"), Operator.EQUALS, JsonNumber.of(1)))
                .isFalse();
    }

    @Test
    void not_equals_is_the_opposite_of_equals() {
        assertThat(holds(JsonNumber.of(1), Operator.NOT_EQUALS, JsonNumber.of(2)))
                .isTrue();
        assertThat(holds(decimal("1.0"), Operator.NOT_EQUALS, JsonNumber.of(1))).isFalse();
    }

    @Test
    void objects_are_equal_without_regard_to_the_order_of_members() {
        JsonObject one = JsonObject.builder().add("a", 1).add("b", 2).build();
        JsonObject other = JsonObject.builder().add("b", 2).add("a", 1).build();
        assertThat(holds(one, Operator.EQUALS, other)).isTrue();
    }

    @Test
    void numbers_are_ordered_exactly_where_doubles_would_be_equal() {
        JsonNumber large = decimal("9007199254740992");
        JsonNumber larger = decimal("9007199254740993");
        assertThat(holds(larger, Operator.GREATER_THAN, large)).isTrue();
        assertThat(holds(large, Operator.LESS_THAN, larger)).isTrue();
        assertThat(holds(large, Operator.GREATER_THAN, large)).isFalse();
        assertThat(holds(large, Operator.LESS_THAN, large)).isFalse();
    }

    @Test
    void what_is_no_number_is_neither_greater_nor_less() {
        for (JsonValue value : List.of(new JsonString("5"), JsonNull.NULL, JsonArray.EMPTY)) {
            assertThat(holds(value, Operator.GREATER_THAN, JsonNumber.of(1))).isFalse();
            assertThat(holds(value, Operator.LESS_THAN, JsonNumber.of(1))).isFalse();
            assertThat(holds(JsonNumber.of(1), Operator.LESS_THAN, value)).isFalse();
            assertThat(holds(JsonNumber.of(1), Operator.GREATER_THAN, value)).isFalse();
        }
    }

    @Test
    void contains_looks_for_a_part_of_a_string_or_an_element_of_an_array() {
        assertThat(holds(new JsonString("concert"), Operator.CONTAINS, new JsonString("cert")))
                .isTrue();
        assertThat(holds(new JsonString("concert"), Operator.CONTAINS, new JsonString("opera")))
                .isFalse();
        assertThat(holds(JsonArray.of(JsonNumber.of(1)), Operator.CONTAINS, decimal("1.0")))
                .isTrue();
        assertThat(holds(JsonArray.of(new JsonString("concert")), Operator.CONTAINS, new JsonString("cert")))
                .isFalse();
        assertThat(holds(JsonNumber.of(11), Operator.CONTAINS, JsonNumber.of(1)))
                .isFalse();
        assertThat(holds(new JsonString("11"), Operator.CONTAINS, JsonNumber.of(1)))
                .isFalse();
    }

    @Test
    void not_contains_is_true_of_what_can_contain_nothing() {
        assertThat(holds(JsonNumber.of(11), Operator.NOT_CONTAINS, JsonNumber.of(1)))
                .isTrue();
        assertThat(holds(JsonArray.of(JsonNumber.of(1)), Operator.NOT_CONTAINS, JsonNumber.of(1)))
                .isFalse();
    }

    @Test
    void operand_and_operator_must_fit() {
        assertThatThrownBy(() -> contextValue("key", Operator.EXISTS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'key'")
                .hasMessageContaining("takes no operand");
    }

    private static boolean holds(JsonValue value, Operator operator, JsonValue operand) {
        return contextValue("key", operator, operand).holds(viewOf(value));
    }

    private static MapView viewOf(JsonValue value) {
        return viewOf(Map.of("key", value));
    }

    private static MapView viewOf(Map<String, JsonValue> context) {
        return new MapView(List.of(), Map.of(), context);
    }

    private static JsonNumber decimal(String text) {
        return new JsonNumber(new BigDecimal(text));
    }
}
