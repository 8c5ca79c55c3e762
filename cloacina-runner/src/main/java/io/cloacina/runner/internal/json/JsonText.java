package io.cloacina.runner.internal.json;

import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON text (RFC 8259) into a tree, strictly: one value and nothing after it, no key twice in an object, every digit
 * kept, no NaN, no comments. Bounds what it reads, but does not judge payloads: the domain's validator does. Thread-safe.
 */
public final class JsonText {

    private static final JsonFactory FACTORY = JacksonFormat.factory();

    private JsonText() {}

    /**
     * The value that the text holds.
     *
     * @throws UnreadableJsonException if it is not one JSON value, or is beyond what may be read; shows nothing of it
     */
    public static JsonValue parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            JsonValue value = read(parser);
            if (parser.nextToken() != null) {
                throw unreadable(text, parser, "something follows the value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw unreadable(text, e, "it is too deep or too long, or a key, string or number in it is");
        } catch (NumberFormatException e) {
            throw new UnreadableJsonException("a number in it has a monstrous exponent");
        } catch (JacksonException e) {
            throw unreadable(text, e, "it is malformed or has a key twice in one object");
        }
    }

    /** Reads the value at which the parser stands, and leaves it at the last token of that value. */
    static JsonValue read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new UnreadableJsonException("it is empty");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getDecimalValue());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new UnreadableJsonException("a value is missing");
        };
    }

    /** Recursion is safe here: the parser refuses more than a few hundred levels. */
    private static JsonObject readObject(JsonParser parser) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new JsonObject(members);
    }

    private static JsonArray readArray(JsonParser parser) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return new JsonArray(elements);
    }

    private static UnreadableJsonException unreadable(String text, JsonParser parser, String fault) {
        return unreadable(text, parser.currentTokenLocation().getCharOffset(), fault);
    }

    /** Without the cause: its message quotes the text, which may hold a secret. */
    private static UnreadableJsonException unreadable(String text, JacksonException cause, String fault) {
        return unreadable(
                text, cause.getLocation() == null ? -1 : cause.getLocation().getCharOffset(), fault);
    }

    private static UnreadableJsonException unreadable(String text, long offset, String fault) {
        String place = offset < 0 ? "" : " (at character " + offset + " of " + text.length() + ")";
        return new UnreadableJsonException(fault + place);
    }
}
