package io.cloacina.jpa.url;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may follow the question mark of a URL: {@code name=value} pairs of an allow-list, each option at most once, none
 * empty. Everything else is refused.
 *
 * @param type the options that are known
 * @param named the option of a name; null when it is unknown
 * @param reasonAgainst why an unknown name of the drivers is refused; null when nothing particular is known about it
 * @param known the names, for the message
 * @param refusal how what is wrong is refused
 */
public record OptionGrammar<O extends Enum<O>>(
        Class<O> type,
        Function<String, @Nullable O> named,
        Function<String, @Nullable String> reasonAgainst,
        String known,
        Refusal refusal) {

    private static final String PASSWORD = "password";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");

    /** Reads the options, values decoded. */
    public Map<O, String> read(@Nullable String query) {
        Map<O, String> options = new EnumMap<>(type);
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                readPair(pair, options);
            }
        }
        return options;
    }

    private void readPair(String pair, Map<O, String> options) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw refusal.of("an option has no value", "write name=value, and & as %26 inside a value");
        }
        String name = pair.substring(0, equals);
        O option = option(name, options);
        String value = new PercentText(refusal).decode("option '" + name + "'", pair.substring(equals + 1));
        if (value.isEmpty()) {
            throw refusal.of("option '" + name + "' is empty", "give it a value or remove it");
        }
        if (options.put(option, value) != null) {
            throw refusal.of("option '" + name + "' is given twice", "give it once");
        }
    }

    private O option(String name, Map<O, String> before) {
        if (!NAME.matcher(name).matches()) {
            throw refusal.of("an option's name is not made of letters", knownOptions());
        }
        O option = named.apply(name);
        if (option == null) {
            throw unknown(name, before);
        }
        return option;
    }

    /** What looks like an option behind a password may be the rest of it: unless a driver knows it, it is not repeated. */
    private RuntimeException unknown(String name, Map<O, String> before) {
        String reason = reasonAgainst.apply(name);
        if (reason != null) {
            return refusal.of("option '" + name + "' is refused, since " + reason, "remove it");
        }
        return before.containsKey(named.apply(PASSWORD))
                ? refusal.of(
                        "what follows the password is no known option",
                        "write & as %26 inside a value; " + knownOptions())
                : refusal.of("option '" + name + "' is unknown", knownOptions());
    }

    private String knownOptions() {
        return "known options are " + known;
    }
}
