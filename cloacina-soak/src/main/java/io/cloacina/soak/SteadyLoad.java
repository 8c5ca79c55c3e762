package io.cloacina.soak;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.testsupport.ChildJvm;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much work as a process with a small heap can do, and what it needs as time goes on: nothing may grow but the tables. */
final class SteadyLoad implements Figure {

    private static final String HEAP = "-Xmx256m";

    /** Where the tests log everything and look through it, this process does not: it is measured. */
    private static final String QUIET = "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider";

    /** What it takes to get warm, and to end. */
    private static final Duration FIRST_AND_LAST_WORK = Duration.ofMinutes(2);

    private static final int SAMPLES = 40;
    private static final double SETTLED = 0.4;

    /** Shorter than this, noise is larger than what a slope is to show. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public int share() {
        return 8;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        Map<String, Series> series = new TreeMap<>();
        long pause = Math.max(500, time.toMillis() / SAMPLES);
        try (Database database = scene.newDatabase();
                ChildJvm child = ChildJvm.start(
                        List.of(HEAP, "-XX:+UseSerialGC", QUIET),
                        Load.class,
                        withSmallPool(database),
                        Long.toString(time.toMillis()),
                        Long.toString(pause))) {
            watch(child, new Storage(scene.backend(), database), series, pause);
        }
        new Steadiness(scene.report(), name(), series).report(time.compareTo(LONG) >= 0);
    }

    /** A pool opens connections as they are needed: one that such a load does not fill at once would look as if it leaked. */
    private static String withSmallPool(Database database) {
        String url = Scene.straightTo(database);
        return database instanceof OnPostgres ? url + "?poolSize=4" : url;
    }

    private static void watch(ChildJvm child, Storage storage, Map<String, Series> series, long pause)
            throws SQLException {
        long begun = System.nanoTime();
        Duration patience = Duration.ofMillis(pause).plus(FIRST_AND_LAST_WORK);
        for (String line = child.nextLine(patience); !line.equals("ended"); line = child.nextLine(patience)) {
            if (line.startsWith("sample ")) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                List<Long> numbers = Numbers.in(line);
                List<String> names = List.of("tasks", "used heap after a collection", "threads", "descriptors");
                for (int i = 0; i < names.size(); i++) {
                    add(series, names.get(i), seconds, numbers.get(i));
                }
                storage.look().forEach((name, value) -> add(series, name, seconds, value));
            }
        }
    }

    private static void add(Map<String, Series> series, String name, double seconds, double value) {
        series.computeIfAbsent(name, first -> new Series()).add(seconds, value);
    }

    /** What the soak calls settled. */
    static Series settled(Series series) {
        return series.after(SETTLED);
    }
}
