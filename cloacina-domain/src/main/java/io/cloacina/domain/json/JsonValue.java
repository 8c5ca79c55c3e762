package io.cloacina.domain.json;

/**
 * A JSON value: null, boolean, number, string, array or object. Immutable and safe to share between threads. Two values
 * are equal when their canonical texts are equal: object members compare without order, numbers by numeric value.
 */
public sealed interface JsonValue permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

    /** The canonical text of this value: members sorted by key, no white space, numbers in one notation. */
    default String canonical() {
        return CanonicalWriter.write(this);
    }

    /** The kind of this value in the words of the JSON standard, for messages: {@code "number"}, {@code "object"}, … */
    String kind();
}
