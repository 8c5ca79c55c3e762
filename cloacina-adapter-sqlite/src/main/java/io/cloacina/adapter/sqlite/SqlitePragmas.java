package io.cloacina.adapter.sqlite;

import static io.cloacina.adapter.sqlite.SqliteRefusal.REFUSAL;

import io.cloacina.ports.StoreTraits.Durability;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How every connection of one database is set up. Foreign keys are always on; what endangers the file at a crash (journal
 * or synchronous off) is refused, since it would break what the store promises.
 *
 * @param mode whether the file may be made or only read
 * @param journal how a transaction is undone; WAL lets readers proceed during a write
 * @param synchronous what a commit survives: {@code FULL} power loss, {@code NORMAL} (with WAL) the end of any process
 * @param busyTimeout how long a connection waits for another process's lock
 */
record SqlitePragmas(Mode mode, Journal journal, Synchronous synchronous, Duration busyTimeout) {

    private static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BUSY_TIMEOUT = 600_000;

    /** Whether the file may be made or only read. */
    enum Mode {
        RO,
        RW,
        RWC,
        MEMORY
    }

    /** How a transaction is undone. */
    enum Journal {
        WAL,
        DELETE,
        TRUNCATE,
        PERSIST,
        MEMORY
    }

    /** What a commit waits for. */
    enum Synchronous {
        NORMAL,
        FULL,
        EXTRA
    }

    static SqlitePragmas of(Map<SqliteOption, String> options, boolean inMemory) {
        requireForeignKeys(options.get(SqliteOption.FOREIGN_KEYS));
        Mode mode = word(Mode.class, SqliteOption.MODE, options, inMemory ? Mode.MEMORY : Mode.RWC);
        if (mode == Mode.RO && options.containsKey(SqliteOption.JOURNAL_MODE)) {
            throw REFUSAL.of("a file that is only read keeps its journal", "remove the option '_journal_mode'");
        }
        return new SqlitePragmas(
                mode,
                journal(options, inMemory),
                synchronous(options),
                busyTimeout(options.get(SqliteOption.BUSY_TIMEOUT)));
    }

    /** What a commit survives. */
    Durability durability() {
        if (mode == Mode.MEMORY) {
            return Durability.NONE;
        }
        return synchronous == Synchronous.NORMAL ? Durability.PROCESS_CRASH : Durability.POWER_LOSS;
    }

    private static Journal journal(Map<SqliteOption, String> options, boolean inMemory) {
        Journal journal =
                word(Journal.class, SqliteOption.JOURNAL_MODE, options, inMemory ? Journal.MEMORY : Journal.WAL);
        if (inMemory != (journal == Journal.MEMORY)) {
            throw REFUSAL.of(
                    inMemory
                            ? "a database in memory keeps its journal there"
                            : "a journal in memory is lost in a crash",
                    "remove the option '_journal_mode'");
        }
        return journal;
    }

    private static Synchronous synchronous(Map<SqliteOption, String> options) {
        String text = options.get(SqliteOption.SYNCHRONOUS);
        if (text != null && (text.equals("0") || text.equalsIgnoreCase("off"))) {
            throw REFUSAL.of("synchronous=OFF can destroy the file at power loss", "use FULL or NORMAL");
        }
        if (text != null && text.matches("[123]")) {
            return Synchronous.values()[Integer.parseInt(text) - 1];
        }
        return word(Synchronous.class, SqliteOption.SYNCHRONOUS, options, Synchronous.FULL);
    }

    private static Duration busyTimeout(@Nullable String text) {
        if (text == null) {
            return DEFAULT_BUSY_TIMEOUT;
        }
        int millis = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (millis < 1 || millis > MAX_BUSY_TIMEOUT) {
            throw REFUSAL.of(
                    "the value of the option '_busy_timeout' is not between 1 and " + MAX_BUSY_TIMEOUT
                            + " milliseconds",
                    "10000 is the default");
        }
        return Duration.ofMillis(millis);
    }

    private static void requireForeignKeys(@Nullable String text) {
        if (text != null && !text.toLowerCase(Locale.ROOT).matches("1|on|true|yes")) {
            throw REFUSAL.of("foreign keys are always enforced", "remove the option '_foreign_keys' or set it to on");
        }
    }

    private static <E extends Enum<E>> E word(
            Class<E> words, SqliteOption option, Map<SqliteOption, String> options, E otherwise) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> REFUSAL.of(
                        "the value of the option '" + option.name().toLowerCase(Locale.ROOT) + "' is unknown",
                        "known values are "
                                + Arrays.stream(words.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }
}
