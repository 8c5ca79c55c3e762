package io.cloacina.runner.internal.error;

import java.nio.charset.StandardCharsets;

/** Cuts a text to a number of UTF-8 bytes, and takes out what a database refuses or a terminal obeys. */
final class TextBound {

    private static final String MARK = "… (cut)";
    private static final int REPLACEMENT = 0xFFFD;

    private final int maxBytes;

    TextBound(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    String cut(String text) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        int fits = 0;
        int room = maxBytes - MARK.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = storable(text.codePointAt(i));
            bytes += utf8Length(c);
            if (bytes > maxBytes) {
                return kept.substring(0, fits) + MARK;
            }
            kept.appendCodePoint(c);
            fits = bytes <= room ? kept.length() : fits;
        }
        return kept.toString();
    }

    /** Control characters (but line feed and tab) and unpaired surrogates become the replacement character. */
    private static int storable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return control || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c;
    }

    private static int utf8Length(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 4;
    }
}
