package io.cloacina.benchmarks;

import io.cloacina.runner.DefaultRunner;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a runner asks of its database while there is nothing to do. */
final class Idleness {

    private static final int SECONDS = 30;

    private Idleness() {}

    static String of(Backend backend) throws Exception {
        try (Database database = backend.newDatabase()) {
            DefaultRunner.open(database.url(), Shape.single().workflow(context -> {}))
                    .close(); // makes the schema
            Map<String, Long> opening = measure(database, 0);
            Map<String, Long> counts = measure(database, SECONDS);
            StringBuilder text = new StringBuilder("W5, idle, per second over " + SECONDS + " s:");
            counts.forEach((what, count) -> text.append(
                    String.format(Locale.ROOT, " %.2f %s,", perSecond(count, opening.getOrDefault(what, 0L)), what)));
            text.setCharAt(text.length() - 1, '\n');
            return text.toString();
        }
    }

    private static double perSecond(long count, long opening) {
        return (double) (count - opening) / SECONDS;
    }

    private static Map<String, Long> measure(Database database, int seconds) throws InterruptedException {
        try (Meter meter = database.meter()) {
            DefaultRunner runner =
                    DefaultRunner.open(database.url(), Shape.single().workflow(context -> {}));
            try (runner) {
                new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
            }
            return new TreeMap<>(meter.read());
        }
    }
}
