package io.cloacina.domain.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.workflow.SeededCases;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDocumentTest {

    @Test
    void every_rule_survives_being_stored() {
        SeededCases.check(1_000, random -> {
            TriggerRule rule = RuleCases.rule(random, List.of("a", "b"), List.of("x"), 5);
            assertThat(TriggerRule.fromJson("$", rule.toJson())).isEqualTo(rule);
        });
    }

    @Test
    void the_stored_form_is_plain() {
        TriggerRule rule = TriggerRule.none(
                Condition.taskFailed("a"),
                Condition.contextValue("total", Operator.GREATER_THAN, 100),
                TriggerRule.allCompleted());
        assertThat(rule.toJson())
                .hasToString("{\"kind\":\"none\",\"rules\":[{\"kind\":\"taskFailed\",\"task\":\"a\"},"
                        + "{\"key\":\"total\",\"kind\":\"contextValue\",\"operand\":100,\"operator\":\"greaterThan\"},"
                        + "{\"kind\":\"allCompleted\"}]}");
    }

    @Test
    void an_unknown_kind_is_an_error_that_says_where() {
        JsonObject unknown = JsonObject.builder().add("kind", "majority").build();
        JsonObject outer = JsonObject.builder()
                .add("kind", "all")
                .add("rules", JsonArray.of(TriggerRule.always().toJson(), unknown))
                .build();
        refuses(outer, "$.when.rules[1].kind", "unknown");
    }

    @Test
    void an_unknown_member_is_an_error() {
        refuses(JsonObject.builder().add("kind", "always").add("since", 3).build(), "$.when.since", "unknown");
    }

    @Test
    void an_unknown_operator_is_an_error() {
        refuses(condition("matches").add("operand", 1).build(), "$.when.operator", "unknown");
    }

    @Test
    void an_operand_must_be_there_exactly_if_the_operator_takes_one() {
        refuses(condition("equals").build(), "$.when.operand", "missing");
        refuses(condition("exists").add("operand", 1).build(), "$.when.operand", "unknown");
    }

    @Test
    void members_must_be_there_and_of_the_right_kind() {
        refuses(JsonNull.NULL, "$.when", "expected an object, found null");
        refuses(JsonObject.EMPTY, "$.when.kind", "missing");
        refuses(JsonObject.builder().add("kind", 1).build(), "$.when.kind", "expected a string");
        refuses(JsonObject.builder().add("kind", "taskFailed").build(), "$.when.task", "missing");
        refuses(JsonObject.builder().add("kind", "any").add("rules", 1).build(), "$.when.rules", "expected an array");
    }

    @Test
    void rules_nested_too_deep_are_refused_before_the_stack_is_in_danger() {
        JsonValue rule = TriggerRule.always().toJson();
        for (int level = 0; level < 5_000; level++) {
            rule = JsonObject.builder()
                    .add("kind", "all")
                    .add("rules", JsonArray.of(rule))
                    .build();
        }
        JsonValue deep = rule;
        assertThatThrownBy(() -> TriggerRule.fromJson("$", deep))
                .isInstanceOf(MalformedDefinitionException.class)
                .hasMessageContaining("nest deeper");
    }

    private static JsonObjectBuilder condition(String operator) {
        return JsonObject.builder()
                .add("kind", "contextValue")
                .add("key", new JsonString("x"))
                .add("operator", operator);
    }

    private static void refuses(JsonValue stored, String where, String problem) {
        assertThatThrownBy(() -> TriggerRule.fromJson("$.when", stored))
                .isInstanceOfSatisfying(
                        MalformedDefinitionException.class,
                        refused -> assertThat(refused.where()).isEqualTo(where))
                .hasMessageContaining(where)
                .hasMessageContaining(problem);
    }

    @Test
    void an_operand_keeps_all_its_digits() {
        TriggerRule rule = Condition.contextValue(
                "x", Operator.EQUALS, new JsonNumber(new BigDecimal("0.1234567890123456789012345")));
        assertThat(TriggerRule.fromJson("$", rule.toJson())).isEqualTo(rule);
    }
}
