package io.cloacina.domain.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A JSON object. Its members keep the order in which they were given; equality does not look at that order. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        members.forEach((name, value) -> {
            Objects.requireNonNull(name, "name of a member");
            Objects.requireNonNull(value, "value of a member; JSON null is JsonNull.NULL");
        });
    }

    /** Starts an object that is made member by member; unlike a map, it refuses a name that comes twice. */
    public static JsonObjectBuilder builder() {
        return new JsonObjectBuilder();
    }

    /** The member of that name, or empty when there is none (a member that is JSON null is present). */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
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
