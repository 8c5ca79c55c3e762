package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;

/** Two tasks of which neither came after the other wrote one key, and the workflow says that this must fail. */
public final class ContextConflictException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String first;
    private final String second;

    public ContextConflictException(String key, String first, String second) {
        super("Context key " + KeyText.quoted(key) + " comes from two tasks of which neither follows the other, \""
                + first
                + "\" and \"" + second + "\", and the workflow refuses conflicts. Let one depend on the other, write"
                + " different keys, or choose another ConflictPolicy.");
        this.key = key;
        this.first = first;
        this.second = second;
    }

    /** The key both wrote. */
    public String key() {
        return key;
    }

    /** The id of the task that comes first in declared dependency order. */
    public String first() {
        return first;
    }

    /** The id of the task that comes last in declared dependency order; more may lie between. */
    public String second() {
        return second;
    }
}
