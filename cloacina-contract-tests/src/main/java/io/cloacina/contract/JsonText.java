package io.cloacina.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON text far enough to say whether two texts mean the same: a store may give back other white space, another
 * order of members and other escapes. Trusts that the text is JSON.
 */
final class JsonText {

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The meaning of a text as maps, lists, numbers and strings that can be compared. */
    static Object meaning(String text) {
        return new JsonText(text).value();
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> scalar();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new TreeMap<>();
        while (more('{', '}')) {
            peek();
            String name = string();
            peek();
            at++;
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        while (more('[', ']')) {
            elements.add(value());
        }
        return elements;
    }

    /** Steps over the opening bracket or a comma; false at the closing bracket, which it steps over too. */
    private boolean more(char open, char close) {
        char next = peek();
        at++;
        if (next == open && peek() == close) {
            at++;
            return false;
        }
        return next != close;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            out.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char kind = text.charAt(at + 1);
        if (kind == 'u') {
            at += 6;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        at += 2;
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
    }

    private Object scalar() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true", "false", "null" -> word + " as a word";
            default -> new BigDecimal(word).stripTrailingZeros();
        };
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
