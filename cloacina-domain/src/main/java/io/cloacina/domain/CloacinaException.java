package io.cloacina.domain;

import org.jspecify.annotations.Nullable;

/**
 * The root of every error this library throws, but for {@link RefusedArgumentException}. Unchecked. The message says
 * subject, action, state and remedy, and never carries a payload or a secret; the families below it are sealed.
 */
public abstract class CloacinaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CloacinaException(String message) {
        super(message);
    }

    protected CloacinaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
