package io.cloacina.domain.document;

import io.cloacina.domain.CloacinaException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored definition is not one that this version can read: a member, kind or value it does not know, or one that is
 * missing. The executions of that definition wait until a runner comes that can read it; nothing is guessed.
 */
public final class MalformedDefinitionException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String where;

    /**
     * @param where the place in the document, as a path from its root: {@code $.tasks[3].when.kind}
     * @param problem what is wrong there, without the value itself
     */
    public MalformedDefinitionException(String where, String problem) {
        this(where, problem, null);
    }

    /**
     * @param where the place in the document, as a path from its root
     * @param problem what is wrong there, without the value itself
     * @param cause what reading the value threw, or null
     */
    public MalformedDefinitionException(String where, String problem, @Nullable Throwable cause) {
        super(
                "a stored workflow definition cannot be read at " + where + ": " + problem
                        + "; it is damaged or was written by a newer version, whose runners can read it",
                cause);
        this.where = Objects.requireNonNull(where, "where");
    }

    /** The place in the document, as a path from its root: {@code $.tasks[3].when.kind}. */
    public String where() {
        return where;
    }
}
