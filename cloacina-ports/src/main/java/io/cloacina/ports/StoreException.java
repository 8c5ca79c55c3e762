package io.cloacina.ports;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.execution.ExecutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store could not do what it was asked. The kind says what the engine does about it; an adapter maps every error of its
 * database to exactly one kind, in one table. Messages carry ids, never payloads or secrets; the cause is kept. Each ends with
 * the section of {@code docs/troubleshooting.md} that says more: the one of its kind, unless the message names another.
 */
public abstract sealed class StoreException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "docs/troubleshooting.md#";

    private StoreException(String message, String section, @Nullable Throwable cause) {
        super(message.contains(PAGE) ? message : message + " See " + PAGE + section + ".", cause);
    }

    /** Rolled back because of others (lock, serialisation): the whole transaction may be tried again at once. */
    public static final class Contended extends StoreException {
        private static final long serialVersionUID = 1L;

        public Contended(String message, @Nullable Throwable cause) {
            super(message, "contended", cause);
        }
    }

    /** The connection was lost before commit: nothing was stored, a new connection may be tried. */
    public static final class ConnectionLost extends StoreException {
        private static final long serialVersionUID = 1L;

        public ConnectionLost(String message, @Nullable Throwable cause) {
            super(message, "connection-lost", cause);
        }
    }

    /** The commit was under way when it failed: it may be durable or not. Read back, with locks, then decide. */
    public static final class OutcomeUnknown extends StoreException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(String message, @Nullable Throwable cause) {
            super(message, "outcome-unknown", cause);
        }
    }

    /** No room: disk full, no connection free, server full. Nothing was stored; pause, then try slowly. */
    public static final class OutOfRoom extends StoreException {
        private static final long serialVersionUID = 1L;

        public OutOfRoom(String message, @Nullable Throwable cause) {
            super(message, "out-of-room", cause);
        }
    }

    /** The data given is not acceptable and never will be: refuse the caller. Nothing was stored. */
    public static final class Refused extends StoreException {
        private static final long serialVersionUID = 1L;

        public Refused(String message, @Nullable Throwable cause) {
            super(message, "refused", cause);
        }
    }

    /**
     * A row of one execution holds what this version does not understand, such as a status of a newer one. It is never read
     * as something else. Nothing was stored; leave this execution alone, all others are well.
     */
    public static final class Unreadable extends StoreException {
        private static final long serialVersionUID = 1L;

        private final UUID execution;

        public Unreadable(ExecutionId execution, String message, @Nullable Throwable cause) {
            super(message, "unreadable", cause);
            this.execution = execution.value();
        }

        /** The execution that the row belongs to; there may be others behind it. */
        public ExecutionId execution() {
            return new ExecutionId(execution);
        }
    }

    /**
     * This store cannot be used: wrong URL, credentials, schema, rights, a corrupt or read-only file. Stop this runner
     * and fail no task.
     */
    public static final class Unusable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unusable(String message, @Nullable Throwable cause) {
            super(message, "unusable", cause);
        }
    }
}
