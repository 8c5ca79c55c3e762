package io.cloacina.adapter.postgres;

import io.cloacina.jpa.url.OptionGrammar;
import io.cloacina.jpa.url.PercentText;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL into its parts, by our own grammar: the driver's parser would follow options that load classes, and takes what it
 * does not understand for part of a name. Opens nothing. A message never quotes what was not recognised, see {@link PostgresRefusal}.
 *
 * @param options the options by name, decoded
 */
record PostgresUrl(
        String host,
        int port,
        String database,
        @Nullable String user,
        @Nullable String password,
        Map<PostgresOption, String> options) {

    private static final PercentText TEXT = new PercentText(PostgresRefusal::of);
    private static final OptionGrammar<PostgresOption> OPTIONS = new OptionGrammar<>(
            PostgresOption.class,
            PostgresOption::named,
            DriverOptions::reasonAgainst,
            PostgresOption.names(),
            PostgresRefusal::of);
    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_DATABASE_BYTES = 63;
    private static final List<String> SCHEMES = List.of("jdbc:postgresql:", "postgresql:", "postgres:");
    private static final Pattern SQLITE =
            Pattern.compile("(jdbc:)?sqlite:.*|file:.*|:memory:.*|[^:?]*\\.(db|db3|sqlite|sqlite3)(\\?.*)?");
    private static final Pattern PARTS = Pattern.compile("//([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");
    private static final Pattern JDBC_SHORT = Pattern.compile("([^/?]+)(?:\\?(.*))?");
    private static final Pattern HOST_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))?(?::([0-9]{1,5}))?");

    /** Whether the text begins like a URL of PostgreSQL. */
    static boolean accepts(StoreUrl url) {
        String text = lower(url.text());
        return SCHEMES.stream().anyMatch(text::startsWith);
    }

    /** Reads a URL, or refuses it. */
    static PostgresUrl parse(StoreUrl url) {
        String text = url.text();
        refuseForeign(url);
        refuseUnsafe(text);
        String scheme =
                SCHEMES.stream().filter(lower(text)::startsWith).findFirst().orElseThrow();
        return parts(scheme, text.substring(scheme.length()));
    }

    private static void refuseForeign(StoreUrl url) {
        String text = url.text();
        if (text.isBlank()) {
            throw PostgresRefusal.of("the URL is empty", "write postgres://user:password@host:5432/database");
        }
        if (accepts(url)) {
            return;
        }
        if (url.listsSettings()) {
            throw PostgresRefusal.of(
                    "the URL is a list of settings of a server", "write postgres://user:password@host:5432/database");
        }
        if (SQLITE.matcher(lower(text)).matches()) {
            throw PostgresRefusal.of(
                    "the URL is one of SQLite",
                    "depend on the artifact io.cloacina:cloacina-adapter-sqlite instead, or write postgres://…");
        }
        throw PostgresRefusal.of(
                "the URL has no known scheme", "begin it with postgres://, postgresql:// or jdbc:postgresql:");
    }

    private static void refuseUnsafe(String text) {
        if (text.length() > MAX_LENGTH) {
            throw PostgresRefusal.of("the URL is longer than " + MAX_LENGTH + " characters", "shorten it");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw PostgresRefusal.of(
                    "the URL contains a blank or a control character", "encode it as %xx or remove it");
        }
        if (text.indexOf('#') >= 0) {
            throw PostgresRefusal.of("the URL contains a #", "write it as %23 if it belongs to the password");
        }
    }

    private static PostgresUrl parts(String scheme, String rest) {
        Matcher full = PARTS.matcher(rest);
        if (full.matches()) {
            return of(full.group(1), full.group(2), full.group(3));
        }
        Matcher brief = JDBC_SHORT.matcher(rest);
        if (scheme.startsWith("jdbc:") && brief.matches()) {
            return of("", brief.group(1), brief.group(2));
        }
        throw PostgresRefusal.of(
                "'//' does not follow the scheme", "write postgres://user:password@host:5432/database");
    }

    private static PostgresUrl of(String authority, @Nullable String path, @Nullable String query) {
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? "" : authority.substring(0, at);
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? null : userInfo.substring(colon + 1);
        Matcher door = door(authority.substring(at + 1));
        return new PostgresUrl(
                host(door),
                port(door.group(3)),
                database(path),
                user.isEmpty() ? null : TEXT.decode("the user", user),
                password == null ? null : TEXT.decode("the password", password),
                OPTIONS.read(query));
    }

    private static Matcher door(String text) {
        if (text.indexOf(',') >= 0) {
            throw PostgresRefusal.of(
                    "the URL names several hosts", "name one, or a DNS name or proxy that stands for all");
        }
        Matcher door = HOST_PORT.matcher(text);
        if (!door.matches()) {
            throw PostgresRefusal.of(
                    "what stands where host and port are expected is neither name:port nor [IPv6]:port",
                    "check that special characters of the password are encoded (@ %40, / %2F, : %3A, ? %3F)");
        }
        return door;
    }

    private static String host(Matcher door) {
        if (door.group(1) != null) {
            return door.group(1);
        }
        return door.group(2) != null ? door.group(2) : "localhost";
    }

    private static int port(@Nullable String digits) {
        int port = digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw PostgresRefusal.of("the port is not between 1 and 65535", "correct it");
        }
        return port;
    }

    private static String database(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            throw PostgresRefusal.of(
                    "the URL names no database", "write it after the host: postgres://user@host:5432/database");
        }
        if (path.indexOf('/') >= 0 || path.indexOf('@') >= 0) {
            throw PostgresRefusal.of(
                    "the database name contains / or @",
                    "encode them (%2F, %40), also in the password before the host");
        }
        String database = TEXT.decode("the database name", path);
        if (database.getBytes(StandardCharsets.UTF_8).length > MAX_DATABASE_BYTES) {
            throw PostgresRefusal.of(
                    "the database name is longer than PostgreSQL allows", "at most 63 bytes are possible");
        }
        return database;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Names the database only: user, password and options may be secrets. */
    @Override
    public String toString() {
        return "PostgresUrl[" + host + ":" + port + "/" + database + "]";
    }
}
