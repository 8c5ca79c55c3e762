package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;
import org.jspecify.annotations.Nullable;

/** An object could not be turned into JSON, or JSON into an object. The message names types and fields, never values. */
public final class DataBindingException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    public DataBindingException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param cause kept for whoever debugs; its own message must not hold a value either, so a library's exception that
     *     quotes its input is described in {@code message} and left out here
     */
    public DataBindingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
