package io.cloacina.runner.internal.json;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Between the contexts of tasks and their two stored texts, see {@link StoredContext}. */
public final class ContextCodec {

    private static final String KEYS = "stored key map of a context";
    private static final String WRITTEN = "stored values of a context";

    private ContextCodec() {}

    /**
     * What is stored for a writer.
     *
     * @param keys every key visible after it, with the ordinal of the writer of its value
     * @param written the values it set
     */
    public static StoredContext encode(ContextRef ref, Map<String, Integer> keys, Map<String, JsonValue> written) {
        Map<String, JsonValue> ordinals = new LinkedHashMap<>();
        keys.forEach((key, writer) -> ordinals.put(key, JsonNumber.of(writer)));
        return new StoredContext(ref, new JsonObject(ordinals).canonical(), new JsonObject(written).canonical());
    }

    /**
     * Reads {@link StoredContext#keys()}.
     *
     * @throws UnreadableJsonException if it is not an object of ordinals
     */
    public static Map<String, Integer> keys(String text) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        object(KEYS, text).members().forEach((key, writer) -> keys.put(key, ordinal(writer)));
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Reads {@link StoredContext#written()}.
     *
     * @throws UnreadableJsonException if it is not an object
     */
    public static Map<String, JsonValue> written(String text) {
        return object(WRITTEN, text).members();
    }

    private static JsonObject object(String subject, String text) {
        JsonValue value = JsonText.parse(text);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new UnreadableJsonException(subject, "it must be an object and is of kind " + value.kind());
    }

    private static int ordinal(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            throw new UnreadableJsonException(KEYS, "a writer must be a number and is of kind " + value.kind());
        }
        try {
            int ordinal = number.value().intValueExact();
            if (ordinal >= ContextRef.INITIAL) {
                return ordinal;
            }
        } catch (ArithmeticException e) {
            throw new UnreadableJsonException(KEYS, "a writer must be a whole number of 32 bits");
        }
        throw new UnreadableJsonException(KEYS, "a writer must be an ordinal, or -1 for the initial context");
    }
}
