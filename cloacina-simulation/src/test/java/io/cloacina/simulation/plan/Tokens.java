package io.cloacina.simulation.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and marks of a text, one after the other. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\"[^\"]*\"|[-\\w.]+|[()\\[\\]{}=,])\\s*");
    private static final String END = "";

    private final Matcher rest;
    private String next = END;

    Tokens(String text) {
        this.rest = TOKEN.matcher(text);
        advance();
    }

    private void advance() {
        boolean isAtEnd = rest.regionStart() == rest.regionEnd();
        if (!isAtEnd && !rest.lookingAt()) {
            throw new IllegalArgumentException("Cannot read on at character " + rest.regionStart());
        }
        next = isAtEnd ? END : rest.group(1);
        rest.region(isAtEnd ? rest.regionEnd() : rest.end(), rest.regionEnd());
    }

    String take() {
        String taken = next;
        advance();
        return taken;
    }

    /** Takes it, if it is next. */
    boolean takeIf(String token) {
        boolean fits = next.equals(token);
        if (fits) {
            advance();
        }
        return fits;
    }

    void require(String token) {
        if (!takeIf(token)) {
            throw new IllegalArgumentException(
                    "Not '" + token + "' but '" + next + "' before character " + rest.regionStart());
        }
    }

    void requireEnd() {
        require(END);
    }
}
