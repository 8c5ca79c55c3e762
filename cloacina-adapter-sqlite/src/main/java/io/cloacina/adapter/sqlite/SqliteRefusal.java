package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.Refusal;
import io.cloacina.ports.StoreException;

/** How this adapter refuses a URL, an option or a file. */
final class SqliteRefusal implements Refusal {

    static final Refusal REFUSAL = new SqliteRefusal();

    private SqliteRefusal() {}

    @Override
    public StoreException.Unusable of(String reason, String remedy) {
        return new StoreException.Unusable("The SQLite store cannot be opened: " + reason + "; " + remedy + ".", null);
    }
}
