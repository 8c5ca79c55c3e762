package io.cloacina.domain;

/**
 * An argument was refused before anything was done with it: it is null, out of bounds, blank, unknown or of the wrong
 * kind. The message is one sentence: the subject, what is wrong with it, and the remedy; never a payload or a secret.
 *
 * <p>It is an {@link IllegalArgumentException}, since it tells of a mistake in the calling code, which nobody catches: the
 * one error of this library that is no {@link CloacinaException}. {@link Arguments} says the usual ones.
 */
public final class RefusedArgumentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param subject which argument, of what: {@code "the name of a workflow"}
     * @param fault what is wrong with it, as the rest of the sentence: {@code "must not be blank"}
     * @param remedy what to do instead, as a clause of its own: {@code "choose another text"}
     */
    public RefusedArgumentException(String subject, String fault, String remedy) {
        super(subject + " " + fault + "; " + remedy + ".");
    }
}
