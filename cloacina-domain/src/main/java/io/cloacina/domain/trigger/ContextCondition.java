package io.cloacina.domain.trigger;

import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A condition about one key of the context that the task would get.
 *
 * @param key the key; a whole key, not a path
 * @param operator how to compare
 * @param operand what to compare with; JSON null for an operator that takes none
 */
public record ContextCondition(String key, Operator operator, JsonValue operand) implements Condition {

    public ContextCondition {
        Objects.requireNonNull(key, "a context condition needs a key");
        Objects.requireNonNull(operator, "a context condition needs an operator");
        Objects.requireNonNull(operand, "a context condition needs an operand");
        if (!operator.takesOperand() && operand != JsonNull.NULL) {
            throw new IllegalArgumentException(
                    operator + " of the context key '" + key + "' takes no operand; leave it out");
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
    public Set<String> taskIds() {
        return Set.of();
    }

    @Override
    public Set<String> contextKeys() {
        return Set.of(key);
    }

    @Override
    public JsonObject toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonString(RuleReader.CONTEXT_VALUE));
        members.put("key", new JsonString(key));
        members.put("operator", new JsonString(operator.toString()));
        if (operator.takesOperand()) {
            members.put("operand", operand);
        }
        return new JsonObject(members);
    }

    /** As it is written in code, but without the operand, which may be long: {@code contextValue('total', lessThan)}. */
    @Override
    public String toString() {
        return RuleReader.CONTEXT_VALUE + "('" + key + "', " + operator + ")";
    }
}
