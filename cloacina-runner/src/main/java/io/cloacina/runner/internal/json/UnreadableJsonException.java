package io.cloacina.runner.internal.json;

import io.cloacina.domain.CloacinaException;

/** A text is not JSON, or more of it than may be read. The message says what and where, and shows nothing of the text. */
public final class UnreadableJsonException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String fault;

    /** @param fault what is wrong with the text, without any of its content */
    UnreadableJsonException(String fault) {
        super("A JSON text cannot be read: " + fault + ".");
        this.fault = fault;
    }

    /** What is wrong with the text, as a clause. */
    public String fault() {
        return fault;
    }
}
