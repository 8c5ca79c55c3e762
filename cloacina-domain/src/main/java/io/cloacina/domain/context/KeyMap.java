package io.cloacina.domain.context;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Who wrote what one can see: each key, and the ordinal of the task whose value it has, or {@link #INITIAL}. A removed
 * key stays in the map under the task that removed it, so that a removal is inherited like any other write.
 *
 * @param writers the writer of each key
 */
public record KeyMap(Map<String, Integer> writers) {

    /** The writer of what the execution was started with: every task comes after it. */
    public static final int INITIAL = -1;

    public KeyMap {
        writers = KeyCopies.of(writers);
        writers.forEach(KeyMap::requireWriter);
    }

    private static void requireWriter(String key, int writer) {
        if (writer < INITIAL) {
            throw new IllegalArgumentException(
                    "The writer of context key " + KeyText.quoted(key) + " must be an ordinal or -1: " + writer);
        }
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws UnreadableContextException if a writer is not a whole number from -1 on
     */
    public static KeyMap fromJson(JsonObject json) {
        Map<String, Integer> writers = new HashMap<>();
        json.members().forEach((key, writer) -> writers.put(key, writer(key, writer)));
        return new KeyMap(writers);
    }

    private static int writer(String key, JsonValue value) {
        int writer = value instanceof JsonNumber number ? number.value().intValue() : INITIAL - 1;
        if (writer < INITIAL || !value.equals(JsonNumber.of(writer))) {
            throw new UnreadableContextException("the writer of key " + KeyText.quoted(key) + " is not an ordinal");
        }
        return writer;
    }

    /** This map as JSON: the keys, each with the number of its writer. */
    public JsonObject toJson() {
        JsonObjectBuilder json = JsonObject.builder();
        writers.forEach(json::add);
        return json.build();
    }
}
