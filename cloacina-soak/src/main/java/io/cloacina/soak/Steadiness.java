package io.cloacina.soak;

import java.util.Map;

/** What the samples of a load say, each number beside its limit. */
record Steadiness(Report report, String figure, Map<String, Series> series) {

    private static final double MOST_GROWTH = 1.1;
    private static final double MEBIBYTE = 1024;
    private static final double TEN_MINUTES = 600;
    private static final double FEWEST_TASKS = 2_000;
    private static final double FEWEST_TASKS_A_SECOND = 300;
    private static final double LARGEST_LOG = 64 << 20;

    /** @param isLong whether slopes mean something, and how fast it is */
    void report(boolean isLong) {
        Series tasks = of("tasks");
        work(tasks, isLong);
        heap(SteadyLoad.settled(of("used heap after a collection")), isLong);
        for (String flat : new String[] {"threads", "descriptors", "connections"}) {
            if (series.containsKey(flat)) {
                Series settled = SteadyLoad.settled(of(flat));
                report.tell(figure + ": " + flat, settled.last(), flat);
                report.atMost(MOST_GROWTH, figure + ": growth of " + flat, settled.growth(), "times");
            }
        }
        storage(isLong);
    }

    /** How fast it must be is for a machine that does nothing else; a load too small shows no growth on any. */
    private void work(Series tasks, boolean isLong) {
        double speed = SteadyLoad.settled(tasks).slope();
        report.atLeast(FEWEST_TASKS, figure + ": tasks", tasks.last(), "tasks");
        if (isLong) {
            report.atLeast(FEWEST_TASKS_A_SECOND, figure + ": speed", speed, "tasks/s");
        } else {
            report.tell(figure + ": speed", speed, "tasks/s");
        }
    }

    private void heap(Series heap, boolean isLong) {
        report.tell(figure + ": used heap after a collection", heap.mean() / MEBIBYTE, "MiB");
        report.atMost(MOST_GROWTH, figure + ": growth of the used heap", heap.growth(), "times");
        double slope = heap.slope() * TEN_MINUTES / MEBIBYTE;
        if (isLong) {
            report.atMost(1, figure + ": slope of the used heap", slope, "MiB / 10 min");
        } else {
            report.tell(figure + ": slope of the used heap", slope, "MiB / 10 min");
        }
    }

    private void storage(boolean isLong) {
        if (series.containsKey("write-ahead log")) {
            report.atMost(
                    LARGEST_LOG,
                    figure + ": write-ahead log at most",
                    of("write-ahead log").most(),
                    "bytes");
        }
        double bloat = of("dead rows per live row").last();
        if (isLong) {
            report.atMost(1, figure + ": dead rows per live row", bloat, "rows"); // tables twice as large as need be
        } else {
            report.tell(figure + ": dead rows per live row", bloat, "rows");
        }
        report.tell(figure + ": database", of("database").last() / MEBIBYTE / MEBIBYTE, "MiB");
    }

    private Series of(String name) {
        Series found = series.get(name);
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("The load said nothing about its " + name);
        }
        return found;
    }
}
