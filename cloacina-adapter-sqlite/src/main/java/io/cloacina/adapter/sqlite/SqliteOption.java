package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.OptionGrammar;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that a SQLite URL may carry, in either of two spellings. */
enum SqliteOption {
    /** ro, rw, rwc or memory. */
    MODE("mode"),
    JOURNAL_MODE("_journal_mode"),
    SYNCHRONOUS("_synchronous"),
    /** Milliseconds. */
    BUSY_TIMEOUT("_busy_timeout"),
    FOREIGN_KEYS("_foreign_keys");

    static final OptionGrammar<SqliteOption> GRAMMAR = new OptionGrammar<>(
            SqliteOption.class,
            SqliteOption::named,
            SqliteOption::reasonAgainst,
            Stream.of(values()).map(option -> option.key).collect(Collectors.joining(", ")),
            SqliteRefusal.REFUSAL);

    private static final Map<String, String> REASONS = Map.of(
            "schema", "SQLite has no schemas: use one file for each tenant",
            "cache", "a shared cache makes readers fail while something is written",
            "enable_load_extension", "extensions are foreign code",
            "load_extension", "extensions are foreign code",
            "vfs", "the file is opened as the system does it",
            "immutable", "the file changes",
            "nolock", "the file's locks are what keeps it whole",
            "transaction_mode", "the store begins its transactions itself",
            "date_class", "the store converts times itself");

    /** As Go and Rust write it; SQLite's own name of the pragma lacks the underscore, and is understood too. */
    private final String key;

    SqliteOption(String key) {
        this.key = key;
    }

    private static @Nullable SqliteOption named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.key.equals(name) || option.key.equals('_' + name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String reasonAgainst(String name) {
        return REASONS.get(name);
    }
}
