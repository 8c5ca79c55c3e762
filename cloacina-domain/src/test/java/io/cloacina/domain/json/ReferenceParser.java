package io.cloacina.domain.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The simplest parser of JSON text that is right: the oracle of the canonical text. */
final class ReferenceParser {

    private final String text;
    private int at;

    private ReferenceParser(String text) {
        this.text = text;
    }

    static JsonValue parse(String text) {
        ReferenceParser parser = new ReferenceParser(text);
        JsonValue value = parser.value();
        if (parser.at != text.length()) {
            throw new IllegalArgumentException("trailing text at " + parser.at);
        }
        return value;
    }

    private JsonValue value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonValue literal(String word, JsonValue value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private JsonValue number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new JsonNumber(new BigDecimal(text.substring(start, at)));
    }

    private JsonValue array() {
        List<JsonValue> elements = new ArrayList<>();
        expect('[');
        while (text.charAt(at) != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value());
        }
        expect(']');
        return new JsonArray(elements);
    }

    private JsonValue object() {
        JsonObjectBuilder members = JsonObject.builder();
        expect('{');
        boolean first = true;
        while (text.charAt(at) != '}') {
            if (!first) {
                expect(',');
            }
            first = false;
            String name = string();
            expect(':');
            members.add(name, value());
        }
        expect('}');
        return members.build();
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new IllegalArgumentException("control character in a string at " + at);
            }
            string.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "nrtbf".indexOf(c);
        return known < 0 ? c : "\n\r\t\b\f".charAt(known);
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw new IllegalArgumentException("expected " + c + " at " + at);
        }
        at++;
    }
}
