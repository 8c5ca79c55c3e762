package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;

/**
 * A stored context is missing or damaged, so what flows from it cannot be told: the input of a task, which fails with this
 * reason and never runs on a part of its input, or the final context of an execution.
 */
public final class UnreadableContextException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    /**
     * With what is wrong.
     *
     * @param problem whose stored context it is and what is wrong with it, without values
     */
    public UnreadableContextException(String problem) {
        super("A stored context cannot be read, so what flows from it cannot be told: " + problem
                + ". Restore the rows of this execution.");
    }

    static UnreadableContextException missing(Ancestry graph, int writer) {
        String whose = writer == KeyMap.INITIAL ? "the start of the execution" : "task \"" + graph.id(writer) + "\"";
        return new UnreadableContextException("the stored context of " + whose + " is missing");
    }
}
