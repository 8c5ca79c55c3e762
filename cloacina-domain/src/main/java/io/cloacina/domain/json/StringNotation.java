package io.cloacina.domain.json;

/** How strings and keys are written: in quotes, escaping only what JSON demands. */
final class StringNotation {

    private static final String HEX = "0123456789abcdef";

    private StringNotation() {}

    static void append(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendChar(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void appendChar(StringBuilder out, char c) {
        char letter = escapeLetter(c);
        if (letter != 0) {
            out.append('\\').append(letter);
        } else if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append(c);
        }
    }

    /** How many bytes of UTF-8 {@link #append} makes of a text whose surrogates are all paired. */
    static long bytes(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += bytes(text.charAt(i));
        }
        return bytes;
    }

    private static int bytes(char c) {
        if (c >= 0x80) {
            // half of a pair counts two of the pair's four bytes
            return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        if (escapeLetter(c) != 0) {
            return 2;
        }
        return c < ' ' ? 6 : 1;
    }

    /** The letter after the backslash in the short escape of this character; 0 when it has none. */
    private static char escapeLetter(char c) {
        return switch (c) {
            case '"', '\\' -> c;
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
    }
}
