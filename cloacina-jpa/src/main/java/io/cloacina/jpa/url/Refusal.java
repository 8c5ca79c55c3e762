package io.cloacina.jpa.url;

/**
 * How an adapter refuses a URL or an option: one sentence of the same shape everywhere. Neither part may contain text of the
 * URL that was not recognised first, since a misplaced {@code @} or {@code /} makes a password look like anything.
 */
@FunctionalInterface
public interface Refusal {

    /**
     * Makes the exception.
     *
     * @param reason what is wrong
     * @param remedy what a person should do
     */
    RuntimeException of(String reason, String remedy);
}
