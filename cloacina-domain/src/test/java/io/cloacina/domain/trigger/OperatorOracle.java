package io.cloacina.domain.trigger;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What operators mean, said another way: by canonical texts and doubles, which do for small values. */
final class OperatorOracle {

    private OperatorOracle() {}

    static boolean holds(Operator operator, @Nullable JsonValue value, JsonValue operand) {
        if (value == null) {
            return operator.name().startsWith("NOT_");
        }
        boolean same = value.canonical().equals(operand.canonical());
        double difference = number(value) - number(operand);
        return switch (operator) {
            case EQUALS -> same;
            case NOT_EQUALS -> !same;
            case GREATER_THAN -> difference > 0;
            case LESS_THAN -> difference < 0;
            case CONTAINS -> contains(value, operand);
            case NOT_CONTAINS -> !contains(value, operand);
            case EXISTS -> true;
            case NOT_EXISTS -> false;
        };
    }

    private static double number(JsonValue value) {
        return value instanceof JsonNumber number ? number.value().doubleValue() : Double.NaN;
    }

    private static boolean contains(JsonValue value, JsonValue operand) {
        if (value instanceof JsonArray array) {
            return array.elements().stream().map(JsonValue::canonical).anyMatch(operand.canonical()::equals);
        }
        return value instanceof JsonString text
                && operand instanceof JsonString part
                && text.value().indexOf(part.value()) >= 0;
    }
}
