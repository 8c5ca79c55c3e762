package io.cloacina.domain.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** How numbers are held and written: see {@link JsonNumber}. Every method is cheap however monstrous the number is. */
final class NumberNotation {

    /** Stripping zeros is quadratic in the digits; a number past these bounds is never accepted and may stay as it is. */
    private static final int STRIPPABLE_BITS = 16_384;

    private static final int STRIPPABLE_SCALE = 1_000_000;

    private NumberNotation() {}

    static BigDecimal normalize(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        boolean strippable =
                value.unscaledValue().bitLength() <= STRIPPABLE_BITS && absoluteScale(value) <= STRIPPABLE_SCALE;
        return strippable ? value.stripTrailingZeros() : value;
    }

    static String write(BigDecimal value) {
        return absoluteScale(value) <= PayloadLimits.MAX_NUMBER_SCALE
                ? value.toPlainString()
                : value.unscaledValue() + "e" + -(long) value.scale();
    }

    /** The absolute value of the scale; a long, because the scale may be {@link Integer#MIN_VALUE}. */
    static long absoluteScale(BigDecimal value) {
        return Math.abs((long) value.scale());
    }

    /** Whether the number has more significant digits than that, without counting the digits of a monster. */
    static boolean hasMoreDigitsThan(BigDecimal value, int digits) {
        BigInteger unscaled = value.unscaledValue();
        return unscaled.bitLength() > 4L * digits || value.precision() > digits;
    }
}
