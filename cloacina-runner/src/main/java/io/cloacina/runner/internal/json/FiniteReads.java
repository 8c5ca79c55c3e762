package io.cloacina.runner.internal.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;

/** Refuses numbers that are larger than the largest {@code double} or {@code float}, where Java would read infinity. */
final class FiniteReads extends JsonParserDelegate {

    FiniteReads(JsonParser parser) {
        super(parser);
    }

    @Override
    public double getDoubleValue() {
        double value = super.getDoubleValue();
        require(Double.isFinite(value));
        return value;
    }

    @Override
    public float getFloatValue() {
        float value = super.getFloatValue();
        require(Float.isFinite(value));
        return value;
    }

    private static void require(boolean finite) {
        if (!finite) {
            throw new BindingFault.Refusal("the number is too large for its type");
        }
    }
}
