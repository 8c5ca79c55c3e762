package io.cloacina.domain.trigger;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadPath;

/**
 * A condition about one key of the context that the task would get.
 *
 * @param key the key; a whole key, not a path
 * @param operator how to compare
 * @param operand what to compare with; JSON null for an operator that takes none
 */
public record ContextCondition(String key, Operator operator, JsonValue operand) implements Condition {

    public ContextCondition {
        given(key, "the key of a context condition", "name a key of the context");
        given(operator, "the operator of a context condition", "choose one, such as Operator.EXISTS");
        given(operand, "the operand of a context condition", "give JsonNull.NULL, or leave it out where none is taken");
        if (!operator.takesOperand() && operand != JsonNull.NULL) {
            throw new RefusedArgumentException(
                    operator + " of the context key '" + PayloadPath.shown(key) + "'",
                    "takes no operand",
                    "leave it out");
        }
    }

    @Override
    public boolean holds(TriggerView view) {
        return operator.test(view.value(key), operand);
    }

    @Override
    public String objection(TriggerView view) {
        String state =
                view.value(key).map(value -> "is there (" + value.kind() + ")").orElse("is absent");
        return "context key '" + key + "' " + state + ", and " + this + " is false";
    }

    @Override
    public JsonObject toJson() {
        JsonObjectBuilder members = JsonObject.builder()
                .add("kind", RuleReader.CONTEXT_VALUE)
                .add("key", key)
                .add("operator", operator.toString());
        return operator.takesOperand() ? members.add("operand", operand).build() : members.build();
    }

    /** As it is written in code, but without the operand, which may be long: {@code contextValue('total', lessThan)}. */
    @Override
    public String toString() {
        return RuleReader.CONTEXT_VALUE + "('" + key + "', " + operator + ")";
    }
}
