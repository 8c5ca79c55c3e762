package io.cloacina.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads back, once at open and through the very connections that will work, what kind of server this is and which of {@link
 * SessionSettings} hold. What would break a promise is refused; what would only hurt is a warning.
 *
 * @param fsync whether a commit survives power loss, as far as the server is concerned
 */
record ServerCheck(
        int version,
        String encoding,
        boolean readOnly,
        String isolation,
        String synchronousCommit,
        boolean fsync,
        boolean limited) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStoreProvider.class);

    /** The first version that makes UUIDs by itself. */
    private static final int OLDEST = 130000;

    private static final String QUESTION = """
            select current_setting('server_version_num')::integer,
                   current_setting('server_encoding'),
                   pg_is_in_recovery() or current_setting('transaction_read_only')::boolean,
                   current_setting('transaction_isolation'),
                   current_setting('synchronous_commit'),
                   current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean,
                   '0' not in (current_setting('lock_timeout'),
                               current_setting('statement_timeout'),
                               current_setting('idle_in_transaction_session_timeout'))
            """;

    static ServerCheck read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return new ServerCheck(
                    row.getInt(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    row.getBoolean(7));
        }
    }

    /** Refuses a server that cannot keep the promises. */
    ServerCheck refuseUnfit() {
        if (version < OLDEST) {
            throw PostgresRefusal.of("the server is older than PostgreSQL 13", "use a newer server");
        }
        if (!encoding.equals("UTF8")) {
            throw PostgresRefusal.of("the database's encoding is " + encoding, "create it with encoding UTF8");
        }
        if (readOnly) {
            throw PostgresRefusal.of(
                    "the server accepts no writes", "connect to the primary, and see transaction_read_only");
        }
        if (!isolation.equals("read committed")) {
            throw atRole("default_transaction_isolation", isolation, "'read committed'");
        }
        if (synchronousCommit.equals("off")) {
            throw atRole("synchronous_commit", "off, which loses acknowledged work", "on");
        }
        return this;
    }

    /** Tells whoever runs the server what he should know. */
    ServerCheck warnOfRisks(String runner) {
        if (!fsync) {
            LOG.warn(
                    "{}: the server runs with fsync or full_page_writes off: a crash of it may lose everything",
                    runner);
        }
        if (!limited) {
            LOG.warn(
                    "{}: sessions have no lock_timeout, statement_timeout or idle_in_transaction_session_timeout: "
                            + "set them for the role, so that a runner that fell silent does not hold locks for ever",
                    runner);
        }
        return this;
    }

    private static RuntimeException atRole(String setting, String value, String wanted) {
        return PostgresRefusal.of(
                setting + " is " + value,
                "set it for the role, since a pooler passes no settings on: alter role … set " + setting + " = "
                        + wanted);
    }
}
