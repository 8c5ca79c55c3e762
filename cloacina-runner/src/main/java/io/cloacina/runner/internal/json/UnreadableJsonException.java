package io.cloacina.runner.internal.json;

import io.cloacina.domain.CloacinaException;

/** A text is not the JSON that was expected. The message says what and where, and shows nothing of the text. */
public final class UnreadableJsonException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    /**
     * @param subject what was read: {@code "JSON text"}, {@code "key map of a context"}
     * @param fault what is wrong with it, without any of its content
     */
    public UnreadableJsonException(String subject, String fault) {
        super("The " + subject + " cannot be read: " + fault + ".");
    }
}
