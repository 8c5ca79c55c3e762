package io.cloacina.adapter.postgres;

import io.cloacina.ports.StoreException;

/**
 * How a URL, an option or a server is refused: one sentence of the same shape everywhere. Neither part may contain text of
 * the URL that was not recognised first, since a misplaced {@code @} or {@code /} makes a password look like anything.
 */
final class Refusal {

    private Refusal() {}

    /**
     * Makes the exception.
     *
     * @param reason what is wrong
     * @param remedy what a person should do
     */
    static StoreException.Unusable of(String reason, String remedy) {
        return new StoreException.Unusable(
                "The PostgreSQL store cannot be opened: " + reason + "; " + remedy + ".", null);
    }
}
