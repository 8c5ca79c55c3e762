package io.cloacina.adapter.sqlite;

import static io.cloacina.adapter.sqlite.SqliteRefusal.REFUSAL;

import io.cloacina.jpa.url.PercentText;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL by our own grammar, for the driver takes options that it does not know for part of the file's name, fetches
 * what looks like a resource, and opens a private database for an empty name. Touches no file.
 *
 * @param path the file, absolute; null for a database in memory
 * @param pragmas what the options ask for, defaults filled in
 */
record SqliteUrl(@Nullable Path path, SqlitePragmas pragmas) {

    private static final int MAX_LENGTH = 4096;
    private static final String MEMORY = ":memory:";
    /** Two letters at least: one alone is a drive. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    private static final Pattern OURS =
            Pattern.compile("(jdbc:sqlite:|sqlite:|file:|:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern USER_AND_PASSWORD =
            Pattern.compile("(?![A-Za-z]:[/\\\\])[^:/]+:.*@.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("//([^/]*)(.*)");
    private static final Pattern SIDE_FILE = Pattern.compile(".*-(wal|shm|journal|lock)", Pattern.CASE_INSENSITIVE);

    /** Whether the text is of the kind of SQLite: one of its schemes, or no scheme at all where it can be a file's name. */
    static boolean accepts(StoreUrl url) {
        String text = url.text();
        return OURS.matcher(text).matches()
                || (!text.isBlank() && !SCHEME.matcher(text).matches() && !url.listsSettings());
    }

    /** Reads a URL, or refuses it. */
    static SqliteUrl parse(StoreUrl url) {
        String text = url.text();
        refuseForeign(url);
        refuseUnsafe(text);
        int question = text.indexOf('?');
        String name = question < 0 ? text : text.substring(0, question);
        String file = fileName(name);
        return of(file, SqliteOption.GRAMMAR.read(question < 0 ? null : text.substring(question + 1)));
    }

    private static SqliteUrl of(String file, Map<SqliteOption, String> options) {
        boolean inMemory = isInMemory(file, options.get(SqliteOption.MODE));
        SqlitePragmas pragmas = SqlitePragmas.of(options, inMemory);
        return new SqliteUrl(inMemory ? null : path(file), pragmas);
    }

    /** By its name or by its mode; both together must not contradict each other. */
    private static boolean isInMemory(String file, @Nullable String mode) {
        boolean byMode = "memory".equalsIgnoreCase(mode);
        if (file.equals(MEMORY) && mode != null && !byMode) {
            throw REFUSAL.of("a database in memory has no other mode", "remove the option 'mode' or name a file");
        }
        if (byMode && !file.equals(MEMORY) && !file.isEmpty()) {
            throw REFUSAL.of("a database in memory has no name", "use :memory: instead, or remove the option 'mode'");
        }
        return byMode || file.equals(MEMORY);
    }

    private static void refuseForeign(StoreUrl url) {
        if (url.text().isBlank()) {
            throw REFUSAL.of("the URL is empty", "name a file such as orders.db, or :memory:");
        }
        if (url.text().toLowerCase(Locale.ROOT).matches("(?s)(jdbc:)?postgres(ql)?:.*")) {
            throw REFUSAL.of(
                    "the URL is one of PostgreSQL",
                    "depend on the artifact io.cloacina:cloacina-adapter-postgres instead, or name a file");
        }
        refuseSettings(url);
        if (!accepts(url)) {
            throw REFUSAL.of(
                    "the URL has no known scheme", "name a file, or begin with sqlite:, file: or jdbc:sqlite:");
        }
    }

    private static void refuseSettings(StoreUrl url) {
        if (url.listsSettings()) {
            throw REFUSAL.of(
                    "the URL is a list of settings of a server",
                    "write postgres://user:password@host:5432/database, or begin it with ./ if it is a file of that name");
        }
    }

    private static void refuseUnsafe(String text) {
        if (text.length() > MAX_LENGTH) {
            throw REFUSAL.of("the URL is longer than " + MAX_LENGTH + " characters", "shorten it");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw REFUSAL.of("the URL contains a control character", "remove it");
        }
    }

    /** The name of the file, or {@code :memory:}, without scheme. A URL is decoded, a plain path is taken as it is. */
    private static String fileName(String name) {
        String rest = withoutPrefix(name, "jdbc:sqlite:");
        String file = withoutPrefix(rest, "file:");
        if (!file.equals(rest)) {
            return withoutPassword(decoded(withoutHost(file)));
        }
        String sqlite = withoutPrefix(rest, "sqlite:");
        return withoutPassword(
                sqlite.equals(rest)
                        ? rest
                        : decoded(sqlite.startsWith("//") ? withoutUser(sqlite.substring(2)) : sqlite));
    }

    /** A path is shown in messages, so it must not be the address of a server that lacks its scheme. A drive is none. */
    private static String withoutPassword(String path) {
        refuseSettings(new StoreUrl(path));
        if (USER_AND_PASSWORD.matcher(path).matches()) {
            throw REFUSAL.of(
                    "the URL names a user or a port",
                    "begin it with postgres://, or with ./ if it is a file of that name");
        }
        return path;
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }

    /** {@code file:///path} and {@code file://localhost/path} name a file of this machine; another host names none. */
    private static String withoutHost(String rest) {
        Matcher authority = AUTHORITY.matcher(rest);
        if (!authority.matches()) {
            return rest;
        }
        if (!authority.group(1).isEmpty() && !authority.group(1).equalsIgnoreCase("localhost")) {
            throw REFUSAL.of("the URL names another machine", "name a file of this one: file:///path/orders.db");
        }
        return authority.group(2);
    }

    /** What stands where a host would be is the beginning of a relative path: {@code sqlite://orders.db}. */
    private static String withoutUser(String path) {
        if (!path.equals(MEMORY) && path.matches("[^/]*[@:].*")) {
            throw REFUSAL.of("the URL names a user or a port", "name a file of this machine: sqlite:///path/orders.db");
        }
        return path;
    }

    private static String decoded(String path) {
        if (path.indexOf('#') >= 0) {
            throw REFUSAL.of("the URL contains a #", "write it as %23 if it belongs to the file's name");
        }
        return new PercentText(REFUSAL).decode("the path", path);
    }

    private static Path path(String file) {
        refuseMisleading(file);
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw REFUSAL.of("the path is not one of this system", "correct it");
        }
    }

    private static void refuseMisleading(String file) {
        if (file.isBlank()) {
            throw REFUSAL.of("the URL names no file", "name one such as orders.db, or :memory:");
        }
        if (file.startsWith(":") || file.startsWith("//") || file.contains("://")) {
            throw REFUSAL.of(
                    "what stands where a path is expected is none", "name a file such as orders.db, or :memory:");
        }
        if (file.indexOf('?') >= 0) {
            throw REFUSAL.of(
                    "the path contains a ?, behind which SQLite's driver reads options",
                    "rename the file or its folder");
        }
        if (file.endsWith("/") || SIDE_FILE.matcher(file).matches()) {
            throw REFUSAL.of("the path is that of a folder or of a file beside a database", "name the database file");
        }
    }

    boolean inMemory() {
        return path == null;
    }

    /** The database's name for messages. */
    @Override
    public String toString() {
        return path == null ? "The SQLite database in memory" : "The SQLite database " + path.getFileName();
    }
}
