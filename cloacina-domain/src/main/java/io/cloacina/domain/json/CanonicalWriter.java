package io.cloacina.domain.json;

import java.util.TreeMap;

/** Writes the canonical text of a value: the one notation in which both backends see it and digests are taken. */
final class CanonicalWriter {

    private CanonicalWriter() {}

    static String write(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonValue value) {
        if (value instanceof JsonObject object) {
            appendObject(out, object);
        } else if (value instanceof JsonArray array) {
            appendArray(out, array);
        } else if (value instanceof JsonString string) {
            appendString(out, string.value());
        } else if (value instanceof JsonNumber number) {
            out.append(number.value().toPlainString());
        } else if (value instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void appendObject(StringBuilder out, JsonObject object) {
        char separator = '{';
        for (var member : new TreeMap<>(object.members()).entrySet()) {
            out.append(separator);
            appendString(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void appendArray(StringBuilder out, JsonArray array) {
        char separator = '[';
        for (JsonValue element : array.elements()) {
            out.append(separator);
            append(out, element);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendChar(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void appendChar(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < 0x20) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
