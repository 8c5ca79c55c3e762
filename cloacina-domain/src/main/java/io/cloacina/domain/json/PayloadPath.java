package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a payload something is: the keys and indexes that lead to it from the root. Its text is a JSON pointer
 * ({@code /order/items/3}) that is safe to show: keys come from users, so what does not print is escaped and what is too
 * long is shortened in its middle. Immutable.
 */
public final class PayloadPath {

    /** The path to the payload itself. */
    public static final PayloadPath ROOT = new PayloadPath(null, "");

    private static final int LONGEST_SEGMENT = 60;
    private static final int LONGEST_TEXT = 300;

    /** What ends a line, drives a terminal, turns the direction of text, or is nothing by itself. */
    private static final Set<Byte> UNPRINTABLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE);

    private final @Nullable PayloadPath parent;
    private final String segment;

    private PayloadPath(@Nullable PayloadPath parent, String segment) {
        this.parent = parent;
        this.segment = segment;
    }

    /** The path to a member of the object at this path. */
    public PayloadPath key(String name) {
        return new PayloadPath(this, given(name, "the key of a path", "use index for an element"));
    }

    /** The path to an element of the array at this path. */
    public PayloadPath index(int index) {
        return new PayloadPath(this, Integer.toString(index));
    }

    /** The path as text; empty for the root. */
    @Override
    public String toString() {
        Deque<String> segments = new ArrayDeque<>();
        for (PayloadPath at = this; at.parent != null; at = at.parent) {
            segments.push(at.segment);
        }
        StringBuilder text = new StringBuilder();
        segments.forEach(each -> text.append('/').append(pointed(each)));
        return shortened(text.toString(), LONGEST_TEXT);
    }

    private static String pointed(String segment) {
        return shown(segment).replace("~", "~0").replace("/", "~1");
    }

    /** A key as it may be shown in messages: what does not print is escaped, what is too long is shortened. */
    public static String shown(String key) {
        StringBuilder shown = new StringBuilder();
        shortened(given(key, "the key to show", "give the text"), LONGEST_SEGMENT)
                .chars()
                .forEach(c -> appendPrintable(shown, (char) c));
        return shown.toString();
    }

    private static void appendPrintable(StringBuilder shown, char c) {
        boolean prints = !UNPRINTABLE.contains((byte) Character.getType(c));
        if (prints) {
            shown.append(c);
        } else {
            shown.append(String.format("\\u%04x", (int) c));
        }
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int half = longest / 2;
        return text.substring(0, half) + "…" + text.substring(text.length() - half);
    }
}
