package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import java.math.BigDecimal;

/**
 * A JSON number with all its digits. Equality is by numeric value: {@code 1.10e2} is {@code 110}, {@code -0} is {@code 0}.
 *
 * <p>In canonical text a number is written out without exponent, as PostgreSQL's {@code jsonb} gives it back, so what is
 * stored, counted and read back has one length. Only beyond 10<sup>±{@value PayloadLimits#MAX_NUMBER_SCALE}</sup>,
 * which no validator accepts, is it written with one ({@code 1e1000}), so that no number explodes into its zeros.
 *
 * @param value the number, without trailing zeros
 */
public record JsonNumber(BigDecimal value) implements JsonValue {

    /** @throws RefusedArgumentException if the value is null */
    public JsonNumber {
        value = NumberNotation.normalize(given(value, "the value of a JSON number", "JSON null is JsonNull.NULL"));
    }

    /** A whole number. */
    public static JsonNumber of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    /**
     * The shortest decimal that rounds to this double.
     *
     * @throws InvalidPayloadException if it is NaN or infinite
     */
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidPayloadException(PayloadPath.ROOT, "a number must be finite, neither NaN nor infinite");
        }
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
