package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;

/**
 * A stored context is missing or damaged, so the input of a task cannot be told. The task fails with this reason: it never
 * runs on a part of its input.
 */
public final class UnreadableContextException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    /**
     * With what is wrong.
     *
     * @param problem whose stored context it is and what is wrong with it, without values
     */
    public UnreadableContextException(String problem) {
        super("The input of a task cannot be read, so the task must not run: " + problem
                + ". Restore the rows of this execution in task_contexts.");
    }

    static UnreadableContextException missing(Ancestry graph, int writer) {
        String whose = writer == KeyMap.INITIAL ? "the start of the execution" : "task \"" + graph.id(writer) + "\"";
        return new UnreadableContextException("the stored context of " + whose + " is missing");
    }
}
