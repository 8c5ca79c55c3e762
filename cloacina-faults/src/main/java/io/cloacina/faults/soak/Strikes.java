package io.cloacina.faults.soak;

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
import java.util.function.Supplier;

/** Campaigns of faults, each on a new database, until time is up, and what all of them together found. */
final class Strikes {

    /** Short, so that what died is soon missed. */
    private static final Duration LEASE_BESIDE_DEATHS = Duration.ofSeconds(2);

    /** Long enough to outlive a server that is away, and a machine that has much to do. */
    private static final Duration LEASE_BESIDE_OUTAGES = Duration.ofSeconds(8);

    private static final int PROCESSES = 3;

    /** A campaign that is too long makes its checks slow. */
    private static final int FAULTS_OF_A_CAMPAIGN = 60;

    private static final List<String> NEVER =
            List.of("violations", "lost", "double outcomes", "unexplained runs again", "stranded");

    private final String name;
    private final Scene scene;
    private final Clock clock;
    private final Map<String, Long> sums = new TreeMap<>();
    private int left;

    Strikes(String name, Scene scene, Duration time) {
        this.name = name;
        this.scene = scene;
        this.clock = Clock.of(time);
    }

    void processes(Supplier<? extends ProcessFault> faults) throws Exception {
        campaigns(LEASE_BESIDE_DEATHS, this.<ProcessFault>until(faults), Collections.emptyIterator());
    }

    void databases(Supplier<? extends DatabaseFault> faults) throws Exception {
        campaigns(LEASE_BESIDE_OUTAGES, Collections.emptyIterator(), this.<DatabaseFault>until(faults));
    }

    private void campaigns(
            Duration lease, Iterator<ProcessFault> ofProcesses, Iterator<DatabaseFault> ofDatabases) throws Exception {
        SplittableRandom seeds = new SplittableRandom(scene.seed());
        do {
            left = FAULTS_OF_A_CAMPAIGN;
            Campaign campaign = new Campaign(seeds.nextLong(), PROCESSES, lease, ofProcesses, ofDatabases);
            try (Database database = scene.newDatabase()) {
                add(campaign.on(database, scene.newFolder()));
            } catch (IllegalStateException broken) {
                scene.report().failed(name, broken);
            }
        } while (!clock.isOver());
        report();
    }

    private <T> Iterator<T> until(Supplier<? extends T> faults) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left > 0 && (!clock.isOver() || left == FAULTS_OF_A_CAMPAIGN);
            }

            @Override
            public T next() {
                left--;
                return faults.get();
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
