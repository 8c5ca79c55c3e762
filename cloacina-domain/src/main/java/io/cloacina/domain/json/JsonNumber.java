package io.cloacina.domain.json;

import java.math.BigDecimal;

/** A JSON number with all its digits, held in canonical form: no trailing zeros, so {@code 1.10e2} is {@code 110}. */
public record JsonNumber(BigDecimal value) implements JsonValue {

    public JsonNumber {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static JsonNumber of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    @Override
    public String kind() {
        return "number";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
