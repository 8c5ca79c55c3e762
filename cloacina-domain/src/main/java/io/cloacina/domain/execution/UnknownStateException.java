package io.cloacina.domain.execution;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.CloacinaException;
import java.util.Arrays;

/**
 * A stored row carries a word that this version does not know: a status, an ending, a kind of event. It is never read as
 * a default; the row was damaged, or written by a newer version of the library.
 */
public final class UnknownStateException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 40;

    private UnknownStateException(String message) {
        super(message);
    }

    /** Finds the constant of that exact name. */
    static <E extends Enum<E>> E parse(Class<E> type, String subject, String text) {
        given(text, () -> "the text of the " + subject, "give the word that is stored");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new UnknownStateException("the store holds an unknown " + subject + ": '" + shown(text) + "'; known are "
                + Arrays.toString(type.getEnumConstants())
                + ". A newer version may have written it: upgrade this runner, or repair the row");
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
