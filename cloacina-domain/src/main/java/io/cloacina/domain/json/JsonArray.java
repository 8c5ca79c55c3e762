package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.allGiven;

import io.cloacina.domain.RefusedArgumentException;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    private static final String ELEMENTS = "the elements of a JSON array";
    private static final String REMEDY = "JSON null is JsonNull.NULL";

    public static final JsonArray EMPTY = new JsonArray(List.of());

    /** @throws RefusedArgumentException if the list or an element is null */
    public JsonArray {
        elements = allGiven(elements, ELEMENTS, REMEDY);
    }

    /**
     * An array of these elements.
     *
     * @throws RefusedArgumentException if an element is null
     */
    public static JsonArray of(JsonValue... elements) {
        return new JsonArray(allGiven(elements, ELEMENTS, REMEDY));
    }

    @Override
    public String kind() {
        return "array";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
