package io.cloacina.domain.document;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object of a stored definition, member by member. Every member must be asked for: {@link #end()} refuses
 * those that nobody knew. Every refusal is a {@link MalformedDefinitionException} that says where.
 *
 * <p>Not thread-safe; made for one reading.
 */
public final class ObjectReader {

    private final String where;
    private final Map<String, JsonValue> unread;

    private ObjectReader(String where, JsonObject object) {
        this.where = where;
        this.unread = new LinkedHashMap<>(object.members());
    }

    /**
     * Begins to read a value that must be an object.
     *
     * @param where the path of the value from the root of the document, for messages
     */
    public static ObjectReader of(String where, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new ObjectReader(where, object);
        }
        throw new MalformedDefinitionException(where, "expected an object, found " + value.kind());
    }

    /** The path of a member of this object, for messages. */
    public String where(String member) {
        return where + "." + member;
    }

    /** Takes a member that must be there. */
    public JsonValue value(String member) {
        JsonValue value = unread.remove(member);
        if (value == null) {
            throw malformed(member, "the member is missing");
        }
        return value;
    }

    /** Takes a member that must be there and be a string. */
    public String text(String member) {
        if (value(member) instanceof JsonString string) {
            return string.value();
        }
        throw malformed(member, "expected a string");
    }

    /** Takes a member that must be there and be an array. */
    public List<JsonValue> array(String member) {
        if (value(member) instanceof JsonArray array) {
            return array.elements();
        }
        throw malformed(member, "expected an array");
    }

    /** Takes a member that must be there: a duration in ISO-8601 notation, or null for none. */
    public Optional<Duration> duration(String member) {
        JsonValue value = value(member);
        if (value == JsonNull.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw malformed(member, "expected a duration or null");
        }
        try {
            return Optional.of(Duration.parse(text.value()));
        } catch (DateTimeException notADuration) {
            throw new MalformedDefinitionException(where(member), "not an ISO-8601 duration", notADuration);
        }
    }

    /** Ends the reading: refuses members that were not asked for. */
    public void end() {
        if (!unread.isEmpty()) {
            throw malformed(unread.keySet().iterator().next(), "the member is unknown");
        }
    }

    /** The error for a member whose value was taken but is not acceptable. */
    public MalformedDefinitionException malformed(String member, String problem) {
        return new MalformedDefinitionException(where(member), problem);
    }
}
