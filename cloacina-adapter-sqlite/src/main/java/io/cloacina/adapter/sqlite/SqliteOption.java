package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.url.OptionGrammar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that a SQLite URL may carry, with the spellings under which they are known elsewhere. */
enum SqliteOption {
    /** ro, rw, rwc or memory. */
    MODE("mode"),
    JOURNAL_MODE("_journal_mode", "journal_mode"),
    SYNCHRONOUS("_synchronous", "synchronous"),
    /** Milliseconds. */
    BUSY_TIMEOUT("_busy_timeout", "busy_timeout"),
    FOREIGN_KEYS("_foreign_keys", "foreign_keys");

    static final OptionGrammar<SqliteOption> GRAMMAR = new OptionGrammar<>(
            SqliteOption.class,
            SqliteOption::named,
            SqliteOption::reasonAgainst,
            Stream.of(values()).map(option -> option.names.get(0)).collect(Collectors.joining(", ")),
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

    private final List<String> names;

    SqliteOption(String... names) {
        this.names = List.of(names);
    }

    private static @Nullable SqliteOption named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.names.contains(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String reasonAgainst(String name) {
        return REASONS.get(name);
    }
}
