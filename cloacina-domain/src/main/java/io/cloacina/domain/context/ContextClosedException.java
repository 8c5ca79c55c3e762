package io.cloacina.domain.context;

import io.cloacina.domain.CloacinaException;

/** A task's context was written after the task had ended, by a thread its body left behind. The write was not stored. */
public final class ContextClosedException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    public ContextClosedException(String key) {
        super("Context key " + KeyText.quoted(key) + " cannot be written any more: the task has ended and what it wrote"
                + " was handed over. Wait inside the body for every thread that writes to the context.");
    }
}
