package io.cloacina.adapter.postgres;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The given options as typed values: out of bounds is refused, never corrected. */
record OptionValues(Map<PostgresOption, String> given) {

    /** The option's text, or null when it was not given. */
    @Nullable
    String text(PostgresOption option) {
        return given.get(option);
    }

    /** A value that may stand before the host or among the options, but not in both places. */
    @Nullable
    String insteadOf(@Nullable String beforeHost, PostgresOption option) {
        String text = text(option);
        if (text != null && beforeHost != null) {
            throw PostgresRefusal.of(
                    "'" + option.key() + "' is given before the host and as an option", "give it once");
        }
        return text != null ? text : beforeHost;
    }

    /** A whole number within bounds. */
    int number(PostgresOption option, int byDefault, int least, int most) {
        String text = text(option);
        if (text == null) {
            return byDefault;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw PostgresRefusal.of(
                    "option '" + option.key() + "' is not a whole number from " + least + " to " + most,
                    "correct it, or leave it out for " + byDefault);
        }
        return number;
    }

    /** A number of seconds within bounds. */
    Duration seconds(PostgresOption option, int byDefault, int least, int most) {
        return Duration.ofSeconds(number(option, byDefault, least, most));
    }

    /** One of several words, the first of them by default. */
    String choice(PostgresOption option, String byDefault, String... others) {
        String text = text(option);
        if (text == null || text.equals(byDefault) || Arrays.asList(others).contains(text)) {
            return text == null ? byDefault : text;
        }
        throw PostgresRefusal.of(
                "option '" + option.key() + "' is none of " + byDefault + ", " + String.join(", ", others),
                "correct it, or leave it out for " + byDefault);
    }

    /** Names the options only: values may be secrets. */
    @Override
    public String toString() {
        return "OptionValues" + given.keySet();
    }
}
