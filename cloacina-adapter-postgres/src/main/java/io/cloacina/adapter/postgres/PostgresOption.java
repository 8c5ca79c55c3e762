package io.cloacina.adapter.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every option that a URL may carry; all others are refused. Names are compared without case and underscores, so that
 * {@code connectTimeout} and libpq's {@code connect_timeout} are the same option. Bounds and defaults are enforced by {@link
 * PostgresConfig}.
 */
enum PostgresOption {

    /** The role, when it does not stand before the host. Needed in one of the two places. */
    USER("user"),

    /** The role's password, when it does not stand before the host. Default: none. */
    PASSWORD("password"),

    /** The schema that holds our tables, see {@link io.cloacina.jpa.SchemaName}. One per tenant. Default: {@code cloacina}. */
    SCHEMA("schema"),

    /**
     * How many connections this store may hold, one of them for heartbeats alone; the one that listens comes on top. Rarely
     * worth raising: work is committed in groups. 2 to 200, default 10.
     */
    POOL_SIZE("poolSize"),

    /** Seconds until an attempt to connect is given up. 1 to 300, default 10. */
    CONNECT_TIMEOUT("connectTimeout"),

    /**
     * Seconds without an answer after which a connection counts as lost. The server's own limits on statements, locks and idle
     * transactions are derived from it; heartbeats use at most 10. 3 to 3600, default 30.
     */
    SOCKET_TIMEOUT("socketTimeout"),

    /** How far TLS is demanded, as libpq defines it. Use {@code verify-full}. Default: {@code prefer}. */
    SSL_MODE("sslmode"),

    /** The file of certificates that {@code verify-ca} and {@code verify-full} trust. Default: the driver's. */
    SSL_ROOT_CERT("sslrootcert"),

    /** {@code disable}, {@code prefer} or {@code require} channel binding. Default: {@code prefer}. */
    CHANNEL_BINDING("channelBinding"),

    /** What the server's list of sessions shows. 1 to 63 printable ASCII characters. Default: the runner's name. */
    APPLICATION_NAME("applicationName"),

    /**
     * {@code transaction} when a pooler in transaction mode stands between: then nothing is asked of the session, and the role
     * must carry the settings that {@link SessionSettings} lists. Default: {@code none}.
     */
    POOLER("pooler"),

    /** Whether other processes' announcements are listened to on a connection of its own: on or off. Default: on. */
    LISTEN("listen"),

    /** The server itself, past the pooler: used by migrations and to listen. Default: the URL's host. */
    DIRECT_HOST("directHost"),

    /** The port of the server itself, past the pooler. 1 to 65535. Default: the URL's port. */
    DIRECT_PORT("directPort");

    private final String key;

    PostgresOption(String key) {
        this.key = key;
    }

    /** The name as the documentation writes it. */
    String key() {
        return key;
    }

    /** The option of that name, or null. */
    static @Nullable PostgresOption named(String name) {
        String wanted = normal(name);
        return Arrays.stream(values())
                .filter(option -> normal(option.key).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(PostgresOption::key).collect(Collectors.joining(", "));
    }

    static String normal(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
