package io.cloacina.domain.trigger;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a context condition compares. Numbers compare by numeric value. With the key absent, {@link #NOT_EQUALS}, {@link
 * #NOT_CONTAINS} and {@link #NOT_EXISTS} are true and the others false.
 */
public enum Operator {
    /** The value equals the operand; objects without regard to the order of their members. */
    EQUALS("equals"),
    /** The opposite of {@link #EQUALS}. */
    NOT_EQUALS("notEquals"),
    /** Both are numbers, and the value is greater than the operand. */
    GREATER_THAN("greaterThan"),
    /** Both are numbers, and the value is less than the operand. */
    LESS_THAN("lessThan"),
    /** The operand is a part of the string, or an element of the array; false for any other value. */
    CONTAINS("contains"),
    /** The opposite of {@link #CONTAINS}. */
    NOT_CONTAINS("notContains"),
    /** The key is there, be its value null. Takes no operand. */
    EXISTS("exists"),
    /** The key is absent. Takes no operand. */
    NOT_EXISTS("notExists");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** The operator whose stored name this is, if there is one. */
    static Optional<Operator> ofText(String text) {
        return EnumSet.allOf(Operator.class).stream()
                .filter(operator -> operator.text.equals(text))
                .findFirst();
    }

    /** Whether there is something to compare with. */
    public boolean takesOperand() {
        return this != EXISTS && this != NOT_EXISTS;
    }

    boolean test(Optional<JsonValue> value, JsonValue operand) {
        return switch (this) {
            case EQUALS -> value.filter(operand::equals).isPresent();
            case NOT_EQUALS -> !EQUALS.test(value, operand);
            case GREATER_THAN -> order(value, operand).orElse(0) > 0;
            case LESS_THAN -> order(value, operand).orElse(0) < 0;
            case CONTAINS -> value.filter(whole -> contains(whole, operand)).isPresent();
            case NOT_CONTAINS -> !CONTAINS.test(value, operand);
            case EXISTS -> value.isPresent();
            case NOT_EXISTS -> value.isEmpty();
        };
    }

    private static OptionalInt order(Optional<JsonValue> value, JsonValue operand) {
        return value.orElse(operand) instanceof JsonNumber left && operand instanceof JsonNumber right
                ? OptionalInt.of(left.value().compareTo(right.value()))
                : OptionalInt.empty();
    }

    private static boolean contains(JsonValue whole, JsonValue part) {
        if (whole instanceof JsonString text && part instanceof JsonString piece) {
            return text.value().contains(piece.value());
        }
        return whole instanceof JsonArray array && array.elements().contains(part);
    }

    /** The stored name: {@code greaterThan}. */
    @Override
    public String toString() {
        return text;
    }
}
