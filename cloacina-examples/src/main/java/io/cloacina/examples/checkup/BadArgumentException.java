package io.cloacina.examples.checkup;

/** An argument of the command cannot be used. The message says which one, why, and what to give instead. */
final class BadArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadArgumentException(String message) {
        super(message);
    }

    BadArgumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
