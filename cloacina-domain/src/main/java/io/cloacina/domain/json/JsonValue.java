package io.cloacina.domain.json;

/**
 * A JSON value: null, boolean, number, string, array or object. Immutable and safe to share between threads. Two values
 * are equal when their canonical texts are equal: object members compare without order, numbers by numeric value.
 *
 * <p>A value may hold anything that JSON can say. Whether a database would give it back unchanged is another question,
 * and {@link JsonValidator} answers it.
 */
public sealed interface JsonValue permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

    /**
     * The canonical text of this value, the one notation in which both backends see it and digests are taken: no white
     * space, members sorted by key (by UTF-16 code unit), no escape that JSON does not demand, and each number in the
     * notation that {@link JsonNumber} describes. Depth costs heap, never stack.
     */
    default String canonical() {
        return CanonicalWriter.write(this);
    }

    /** The kind of this value in the words of the JSON standard, for messages: {@code "number"}, {@code "object"}, … */
    String kind();
}
