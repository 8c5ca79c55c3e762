package io.cloacina.examples.checkup.report;

import java.time.Duration;
import java.util.Locale;

/** Counts, sizes and durations as people write them. The same on every machine, whatever its locale. */
final class Amounts {

    private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double KILO = 1000;
    private static final double ALMOST_KILO = 999.95;

    private Amounts() {}

    /** {@code 1,234 files}; the noun is the singular, {@code s} is added. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1,234}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 40.1 MB}, in powers of a thousand. */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double amount = bytes / KILO;
        int unit = 0;
        while (amount >= ALMOST_KILO) {
            amount /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, BYTE_UNITS[unit]);
    }

    /** {@code 12 ms}, {@code 1.23 s}, {@code 2 min 3 s}, {@code 5 h 7 min}, {@code 3 d 2 h}: never more than two units. */
    static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / KILO);
        }
        Duration positive = Duration.ofMillis(millis);
        if (positive.toHours() == 0) {
            return positive.toMinutes() + " min " + positive.toSecondsPart() + " s";
        }
        return positive.toDays() == 0
                ? positive.toHours() + " h " + positive.toMinutesPart() + " min"
                : positive.toDays() + " d " + positive.toHoursPart() + " h";
    }
}
