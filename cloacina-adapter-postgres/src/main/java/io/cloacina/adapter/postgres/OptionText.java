package io.cloacina.adapter.postgres;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what follows the question mark: {@code name=value} pairs of the allow-list, each at most once. */
final class OptionText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");

    private OptionText() {}

    static Map<PostgresOption, String> read(@Nullable String query) {
        Map<PostgresOption, String> options = new EnumMap<>(PostgresOption.class);
        if (query == null || query.isEmpty()) {
            return options;
        }
        for (String pair : query.split("&", -1)) {
            readPair(pair, options);
        }
        return options;
    }

    private static void readPair(String pair, Map<PostgresOption, String> options) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw Refusal.of("an option has no value", "write name=value, and & as %26 inside a value");
        }
        PostgresOption option = option(pair.substring(0, equals));
        String value = PercentText.decode("option '" + option.key() + "'", pair.substring(equals + 1));
        if (value.isEmpty()) {
            throw Refusal.of("option '" + option.key() + "' is empty", "give it a value or remove it");
        }
        if (options.put(option, value) != null) {
            throw Refusal.of("option '" + option.key() + "' is given twice", "give it once");
        }
    }

    private static PostgresOption option(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.of("an option's name is not made of letters", "known options are " + PostgresOption.names());
        }
        return PostgresOption.named(name).orElseThrow(() -> unknown(name));
    }

    private static RuntimeException unknown(String name) {
        String reason = DriverOptions.reasonAgainst(name);
        return reason == null
                ? Refusal.of("option '" + name + "' is unknown", "known options are " + PostgresOption.names())
                : Refusal.of("option '" + name + "' is refused, since " + reason, "remove it");
    }
}
