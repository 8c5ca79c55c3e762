package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object. Its members keep the order in which they were given; equality does not look at that order. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    private static final String NAME = "the name of a member of a JSON object";

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** @throws RefusedArgumentException if the map, a name or a value is null */
    public JsonObject {
        given(members, "the members of a JSON object", "give an empty map for none");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        members.forEach((name, value) -> {
            given(name, NAME, "choose a text");
            given(
                    value,
                    () -> "the member '" + PayloadPath.shown(name) + "' of a JSON object",
                    "JSON null is JsonNull.NULL");
        });
    }

    /** Starts an object that is made member by member; unlike a map, it refuses a name that comes twice. */
    public static JsonObjectBuilder builder() {
        return new JsonObjectBuilder();
    }

    /** The member of that name, or empty when there is none (a member that is JSON null is present). */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(given(name, NAME, "choose a text")));
    }

    @Override
    public String kind() {
        return "object";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
