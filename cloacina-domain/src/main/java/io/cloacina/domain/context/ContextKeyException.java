package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key of a context is not as the caller expects it. The context is unchanged. The message names no value. */
public abstract sealed class ContextKeyException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String key;

    private ContextKeyException(String key, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.key = Objects.requireNonNull(key, "key");
    }

    /** The key it is about. */
    public String key() {
        return key;
    }

    /** An insert found the key already there. */
    public static final class KeyExists extends ContextKeyException {
        private static final long serialVersionUID = 1L;

        public KeyExists(String key) {
            super(
                    key,
                    "Context key " + KeyText.quoted(key) + " cannot be inserted: it has a value already. "
                            + "Use update to change it, or put to set it either way.",
                    null);
        }
    }

    /** An update or a required read found no such key. */
    public static final class KeyAbsent extends ContextKeyException {
        private static final long serialVersionUID = 1L;

        public KeyAbsent(String key, String action) {
            super(
                    key,
                    "Context key " + KeyText.quoted(key) + " cannot be " + action + ": it has no value. "
                            + "Check that a task upstream, or the initial context, sets it.",
                    null);
        }
    }

    /** A typed read found a value of another type. */
    public static final class TypeMismatch extends ContextKeyException {
        private static final long serialVersionUID = 1L;

        private final String expected;
        private final String found;

        public TypeMismatch(String key, String expected, String found, @Nullable Throwable cause) {
            super(
                    key,
                    "Context key " + KeyText.quoted(key) + " cannot be read as " + expected + ": found " + found
                            + ". Read it as the type that was written, or as JsonValue.",
                    cause);
            this.expected = expected;
            this.found = found;
        }

        /** The type that was asked for. */
        public String expected() {
            return expected;
        }

        /** The kind of value that was found, in the words of {@link io.cloacina.domain.json.JsonValue#kind()}. */
        public String found() {
            return found;
        }
    }
}
