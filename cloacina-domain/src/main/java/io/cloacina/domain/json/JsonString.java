package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;

/** A JSON string. */
public record JsonString(String value) implements JsonValue {

    /** @throws RefusedArgumentException if the value is null */
    public JsonString {
        given(value, "the value of a JSON string", "JSON null is JsonNull.NULL");
    }

    @Override
    public String kind() {
        return "string";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
