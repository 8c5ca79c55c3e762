package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import java.util.function.UnaryOperator;

/**
 * What is stored of a task's error.
 *
 * @param maxBytes the longest text, in UTF-8 bytes; the rest is cut and marked. Bounds: 256 to 65,536. Default: 4,096
 * @param redactor takes secrets out of the text before it is cut, stored, logged or shown. It is called by several threads
 *     at once with texts of up to four times {@code maxBytes}. If it throws or returns null, only the class names of the
 *     error are kept. Advice: replace what looks like a token or a card number. Default: changes nothing
 */
public record ErrorTextSettings(int maxBytes, UnaryOperator<String> redactor) {

    /** The defaults named above. */
    public static final ErrorTextSettings DEFAULT = new ErrorTextSettings(4096, UnaryOperator.identity());

    /** @throws RefusedArgumentException if a value is null or out of its bounds */
    public ErrorTextSettings {
        given(redactor, "the redactor of error texts", "give UnaryOperator.identity() to change nothing");
        within(256, 65_536, maxBytes, "the maxBytes of error texts");
    }
}
