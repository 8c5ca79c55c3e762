package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.Refusal;
import io.cloacina.ports.StoreException;
import java.nio.file.Path;

/**
 * How this adapter refuses a URL, an option or a file.
 *
 * @param subject what cannot be opened
 */
record SqliteRefusal(String subject) implements Refusal {

    /** Of a URL: none of it is repeated, since nobody knows yet what it holds. */
    static final Refusal REFUSAL = new SqliteRefusal("The SQLite store");

    /** Of a file, for the state it is in. */
    static Refusal at(Path file) {
        return new SqliteRefusal("The SQLite store " + file);
    }

    @Override
    public StoreException.Unusable of(String reason, String remedy) {
        return new StoreException.Unusable(subject + " cannot be opened: " + reason + "; " + remedy + ".", null);
    }
}
