package io.cloacina.adapter.postgres;

import io.cloacina.jpa.SchemaName;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that URL and settings said, checked and with defaults: what the rest of the adapter is made from. {@link
 * PostgresOption} documents each value.
 *
 * @param pooled whether a pooler in transaction mode stands between
 * @param direct the server itself, past any pooler: for migrations and announcements
 * @param listens whether announcements of other processes are listened to
 */
record PostgresConfig(
        PostgresAddress address,
        SchemaName schema,
        int poolSize,
        Duration connectTimeout,
        Duration socketTimeout,
        Tls tls,
        String applicationName,
        boolean pooled,
        PostgresAddress direct,
        boolean listens) {

    /** A schema of our own, so that our tables never meet those of the host application. */
    private static final String OWN_SCHEMA = "cloacina";

    private static final int MAX_APPLICATION_NAME = 63;
    private static final Duration LONGEST_HEARTBEAT = Duration.ofSeconds(10);

    /** Reads a URL and what the runner asked for; refuses what is wrong or contradicts. Opens nothing. */
    static PostgresConfig of(StoreUrl url, StoreSettings settings) {
        PostgresUrl parsed = PostgresUrl.parse(url);
        var options = new OptionValues(parsed.options());
        PostgresAddress address = address(parsed, options);
        return new PostgresConfig(
                address,
                schema(options, settings.schema()),
                options.number(PostgresOption.POOL_SIZE, 10, 2, 200),
                options.seconds(PostgresOption.CONNECT_TIMEOUT, 10, 1, 300),
                options.seconds(PostgresOption.SOCKET_TIMEOUT, 30, 3, 3600),
                Tls.of(options),
                applicationName(options, settings.runner()),
                options.choice(PostgresOption.POOLER, "none", "transaction").equals("transaction"),
                direct(address, options),
                options.choice(PostgresOption.LISTEN, "on", "off").equals("on"));
    }

    /** The time without an answer after which a heartbeat's connection counts as lost: well inside a lease. */
    Duration heartbeatTimeout() {
        return socketTimeout.compareTo(LONGEST_HEARTBEAT) < 0 ? socketTimeout : LONGEST_HEARTBEAT;
    }

    private static PostgresAddress address(PostgresUrl url, OptionValues options) {
        String user = options.insteadOf(url.user(), PostgresOption.USER);
        if (user == null) {
            throw PostgresRefusal.of(
                    "the URL names no user", "write it before the host: postgres://user:password@host/database");
        }
        String password = options.insteadOf(url.password(), PostgresOption.PASSWORD);
        return new PostgresAddress(url.host(), url.port(), url.database(), user, password);
    }

    private static SchemaName schema(OptionValues options, @Nullable String wanted) {
        String named = options.text(PostgresOption.SCHEMA);
        if (named != null && wanted != null && !Objects.equals(named, wanted)) {
            throw PostgresRefusal.of(
                    "the URL and the runner's settings name different schemas", "name it in one place");
        }
        String name = named != null ? named : wanted;
        return SchemaName.of(name == null ? OWN_SCHEMA : name);
    }

    private static String applicationName(OptionValues options, String runner) {
        String named = options.text(PostgresOption.APPLICATION_NAME);
        if (named == null) {
            String printable = runner.replaceAll("[^ -~]", "?");
            return printable.substring(0, Math.min(printable.length(), MAX_APPLICATION_NAME));
        }
        if (named.length() > MAX_APPLICATION_NAME || !named.matches("[ -~]+")) {
            throw PostgresRefusal.of(
                    "option 'applicationName' is not 1 to 63 printable ASCII characters", "shorten it");
        }
        return named;
    }

    private static PostgresAddress direct(PostgresAddress address, OptionValues options) {
        String host = options.text(PostgresOption.DIRECT_HOST);
        int port = options.number(PostgresOption.DIRECT_PORT, address.port(), 1, 65535);
        if (host != null && !host.matches("[A-Za-z0-9._:-]+")) {
            throw PostgresRefusal.of(
                    "option 'directHost' is no host name or address", "write it without brackets and port");
        }
        return address.at(host == null ? address.host() : host, port);
    }
}
