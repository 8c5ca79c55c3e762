package io.cloacina.adapter.postgres;

import io.cloacina.ports.StoreException;

/** The one sentence in which a URL, an option or a server is refused; see {@link io.cloacina.jpa.url.Refusal}. */
final class PostgresRefusal {

    private PostgresRefusal() {}

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
