package io.cloacina.adapter.postgres;

import io.cloacina.ports.StoreException;
import java.sql.SQLException;
import java.util.Objects;

/** Says in one line why the first connection failed: at open, a person is there to read it. */
final class FirstContact {

    private FirstContact() {}

    static StoreException.Unusable failed(PostgresAddress address, SQLException error) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        return new StoreException.Unusable(
                "The PostgreSQL store " + address + " cannot be opened: " + reason(state) + " (SQLSTATE " + state
                        + ").",
                error);
    }

    private static String reason(String state) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "the server cannot be reached or takes no connections; check host, port, sslmode and that it runs";
        }
        if (state.startsWith("28")) {
            return "the server refused the user; check user, password and pg_hba.conf";
        }
        if (state.equals("3D000")) {
            return "there is no such database; create it, or correct the name";
        }
        if (state.startsWith("53")) {
            return "the server has no room for another connection; lower poolSize or raise max_connections";
        }
        return "the server refused the session; check the role's rights, and pooler=transaction behind a pooler";
    }
}
