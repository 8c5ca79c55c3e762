package io.cloacina.soak;

import io.cloacina.faults.Campaign;
import io.cloacina.faults.check.Verdict;
import io.cloacina.faults.fault.DatabaseFault;
import io.cloacina.faults.fault.ProcessFault;
import io.cloacina.faults.stage.Database;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Campaigns of faults, each on a new database and with a seed of its own, until time is up, and what all of them found. */
final class Strikes {

    private static final List<String> NEVER =
            List.of("violations", "lost", "double outcomes", "unexplained runs again", "stranded");

    private static final int PROCESSES = 3;

    private final String name;
    private final Scene scene;
    private final Clock clock;
    private final Map<String, Long> sums = new TreeMap<>();

    Strikes(String name, Scene scene, Duration time) {
        this.name = name;
        this.scene = scene;
        this.clock = Clock.of(time);
    }

    /** @param faults of one campaign, by its seed; it ends before the last of them when time is up */
    void processes(Duration lease, LongFunction<List<ProcessFault>> faults) throws Exception {
        campaigns(seed -> new Campaign(
                seed, PROCESSES, lease, inTime(faults.apply(seed)), Collections.<DatabaseFault>emptyIterator()));
    }

    /** The same of the database and the way to it. */
    void databases(Duration lease, LongFunction<List<DatabaseFault>> faults) throws Exception {
        campaigns(seed -> new Campaign(
                seed, PROCESSES, lease, Collections.<ProcessFault>emptyIterator(), inTime(faults.apply(seed))));
    }

    private void campaigns(LongFunction<Campaign> campaigns) throws Exception {
        SplittableRandom seeds = new SplittableRandom(scene.seed());
        do {
            Campaign campaign = campaigns.apply(seeds.nextLong());
            try (Database database = scene.newDatabase()) {
                add(campaign.on(database, scene.newFolder()));
            } catch (IllegalStateException broken) {
                scene.report().failed(name, broken);
            }
        } while (!clock.isOver());
        report();
    }

    /** At least one strikes. */
    private <T> Iterator<T> inTime(List<T> faults) {
        Iterator<T> all = faults.iterator();
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return all.hasNext() && !(begun && clock.isOver());
            }

            @Override
            public T next() {
                begun = true;
                return all.next();
            }
        };
    }

    private void add(Verdict verdict) {
        verdict.figures().forEach((figure, value) -> sums.merge(figure, value, isTime(figure) ? Math::max : Long::sum));
        sums.merge(
                "violations",
                verdict.violations().values().stream().mapToLong(List::size).sum(),
                Long::sum);
        if (!verdict.holds()) {
            scene.report().explain(name + ": " + verdict);
        }
    }

    private static boolean isTime(String figure) {
        return figure.endsWith("ms");
    }

    private void report() {
        sums.forEach((figure, value) -> {
            if (NEVER.contains(figure)) {
                scene.report().atMost(0, name + ": " + figure, value, "times");
            } else {
                scene.report().tell(name + ": " + figure, value, isTime(figure) ? "ms" : "times");
            }
        });
    }
}
