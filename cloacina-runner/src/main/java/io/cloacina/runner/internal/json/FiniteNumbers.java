package io.cloacina.runner.internal.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Refuses what JSON has no number for, where Jackson would write a text or something that is no JSON. */
final class FiniteNumbers extends JsonGeneratorDelegate {

    FiniteNumbers(JsonGenerator generator) {
        super(generator, false);
    }

    @Override
    public JsonGenerator writeNumber(double value) {
        require(Double.isFinite(value));
        return super.writeNumber(value);
    }

    @Override
    public JsonGenerator writeNumber(float value) {
        require(Float.isFinite(value));
        return super.writeNumber(value);
    }

    @Override
    public JsonGenerator writeArray(double[] array, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            require(Double.isFinite(array[i]));
        }
        return super.writeArray(array, offset, length);
    }

    private static void require(boolean finite) {
        if (!finite) {
            throw new BindingFault.Refusal("a number must be finite, neither NaN nor infinite");
        }
    }
}
