package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a {@link JsonObject} member by member and refuses a name that comes twice. Whoever parses text builds objects
 * with this: of two members with one name, databases and libraries each keep another one. Not thread-safe.
 */
public final class JsonObjectBuilder {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    JsonObjectBuilder() {}

    /**
     * Adds a member.
     *
     * @throws RefusedArgumentException if the name or the value is null
     * @throws InvalidPayloadException if the object has a member of that name already
     */
    public JsonObjectBuilder add(String name, JsonValue value) {
        given(name, "the name of a member of a JSON object", "choose a text");
        given(
                value,
                () -> "the member '" + PayloadPath.shown(name) + "' of a JSON object",
                "JSON null is JsonNull.NULL");
        if (members.putIfAbsent(name, value) != null) {
            throw new InvalidPayloadException(PayloadPath.ROOT.key(name), "the key comes twice in one object");
        }
        return this;
    }

    /** Adds a string member; see {@link #add(String, JsonValue)}. */
    public JsonObjectBuilder add(String name, String value) {
        return add(name, new JsonString(value));
    }

    /** Adds a whole number; see {@link #add(String, JsonValue)}. */
    public JsonObjectBuilder add(String name, long value) {
        return add(name, JsonNumber.of(value));
    }

    /** Adds a boolean; see {@link #add(String, JsonValue)}. */
    public JsonObjectBuilder add(String name, boolean value) {
        return add(name, JsonBoolean.of(value));
    }

    /** The object with the members added so far, in their order. */
    public JsonObject build() {
        return new JsonObject(members);
    }
}
