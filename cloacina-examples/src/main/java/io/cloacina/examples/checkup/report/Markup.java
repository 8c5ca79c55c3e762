package io.cloacina.examples.checkup.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text into HTML that is well-formed XML too, whatever the text holds. */
final class Markup {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /** The text with the characters escaped that mean something in markup, and those replaced that XML forbids. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /** A number for a drawing: two decimals at most, always with a point. */
    static String number(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    /**
     * The resource beside this class with each {@code {{token}}} replaced by its markup.
     *
     * @throws IllegalArgumentException if a token has no value
     */
    static String fill(String resource, Map<String, String> values) {
        return TOKEN.matcher(read(resource))
                .replaceAll(token -> Matcher.quoteReplacement(value(token.group(1), values)));
    }

    private static String value(String token, Map<String, String> values) {
        String value = values.get(token);
        if (value == null) {
            throw new IllegalArgumentException("the page has no value for its token '" + token + "'");
        }
        return value;
    }

    private static String read(String resource) {
        try (InputStream stream = Markup.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "resource " + resource + " is missing beside " + Markup.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
        }
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
