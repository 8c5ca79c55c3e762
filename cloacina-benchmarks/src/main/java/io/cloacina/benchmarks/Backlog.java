package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** W8: one-task workflows while very many others wait, or have ended, in the same tables. */
final class Backlog {

    private static final int WARM_UP = 500;

    /** A runner goes on until it is closed: it runs more in each round than are counted. */
    private static final int OVERRUN = 5_000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String FINISH = """
            update %s
            set status = 'COMPLETED', completed_at = updated_at%s""";

    private static final UUID DEFINITION =
            Shape.single().workflow(context -> {}).definition().id();

    private final Backend backend;
    private final int others;
    private final int executions;
    private final StringBuilder plans = new StringBuilder();

    Backlog(Backend backend, double scale) {
        this.backend = backend;
        this.others = (int) (1_000_000 * scale);
        this.executions = (int) Math.max(200, 10_000 * scale);
    }

    String measure(int rounds) throws Exception {
        try (Database alone = filled(rounds, 0, 0);
                Database waiting = filled(rounds, others, 0);
                Database ended = filled(rounds, 0, others)) {
            Map<String, Database> databases = new LinkedHashMap<>();
            databases.put("%,d waiting and no more".formatted(waitingFor(rounds)), alone);
            databases.put("%,d more waiting".formatted(others), waiting);
            databases.put("%,d ended besides".formatted(others), ended);
            return table(databases.keySet(), rates(databases, rounds)) + plans;
        }
    }

    private static String table(Set<String> places, Figures<Run> rates) {
        StringBuilder text = new StringBuilder("""

                | W8, workflows/s | floor, sets of 64 | cost | Cloacina | cost | Cloacina ÷ floor |
                |---|--:|--:|--:|--:|--:|
                """);
        String first = places.iterator().next();
        for (String place : places) {
            Spread floor = rates.of(new Run(place, false));
            Spread ours = rates.of(new Run(place, true));
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f × | %s | **%.2f** × | %.2f |%n",
                    place,
                    floor,
                    rates.of(new Run(first, false)).median() / floor.median(),
                    ours,
                    rates.of(new Run(first, true)).median() / ours.median(),
                    ours.median() / floor.median()));
        }
        return text.toString();
    }

    /** All take turns, and so does who begins; the first round warms up. */
    private Figures<Run> rates(Map<String, Database> databases, int rounds) throws Exception {
        Figures<Run> rates = new Figures<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Database> place : databases.entrySet()) {
                for (boolean ours : round % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                    place.getValue().tend();
                    double rate = ours ? rate(place.getValue()) : floorRate(place.getValue());
                    if (round > 0) {
                        rates.add(new Run(place.getKey(), ours), rate);
                    }
                }
            }
        }
        return rates;
    }

    private record Run(String place, boolean ours) {}

    private double floorRate(Database database) throws SQLException {
        return executions * 1e9 / Floor.inSetsOf(64).workOff(database, DEFINITION, WARM_UP, executions);
    }

    /** So many must wait at the beginning that all rounds can run theirs. */
    private int waitingFor(int rounds) {
        return (rounds + 1) * (2 * (WARM_UP + executions) + OVERRUN);
    }

    /** Filled once for all rounds: that takes longer than all of them. */
    private Database filled(int rounds, int moreWaiting, int ended) throws Exception {
        Database database = backend.newDatabase();
        try {
            fill(database, moreWaiting + waitingFor(rounds), ended);
            plans.append(String.format(
                    Locale.ROOT,
                    "%n- %,d more waiting, %,d ended: %s",
                    moreWaiting,
                    ended,
                    ClaimPlan.of(database, Shape.single())));
            return database;
        } catch (Exception failure) {
            database.close();
            throw failure;
        }
    }

    /** Those that ended are as if they had run, but for their contexts and events. */
    private void fill(Database database, int waiting, int ended) throws Exception {
        if (ended > 0) {
            submit(database, ended);
            Sql.execute(database, FINISH.formatted("task_executions", ", claimable = false"));
            Sql.execute(database, FINISH.formatted("workflow_executions", ", open_tasks = 0"));
        }
        submit(database, waiting);
        database.tend();
    }

    private static void submit(Database database, int executions) throws Exception {
        Floor.inSetsOf(1000).submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, executions));
    }

    /** How many of those that wait end in a second, after the first have warmed up the runner. */
    private double rate(Database database) throws InterruptedException {
        CountDownLatch warm = new CountDownLatch(WARM_UP);
        CountDownLatch enough = new CountDownLatch(WARM_UP + executions);
        Workflow single = Shape.single().workflow(context -> {});
        DefaultRunner runner = DefaultRunner.builder()
                .url(database.url())
                .workflows(single)
                .maxConcurrentTasks(8)
                .listener(new RunnerListener() {
                    @Override
                    public void executionEnded(TransitionEvent event) {
                        warm.countDown();
                        enough.countDown();
                    }
                })
                .open();
        try {
            await(warm);
            long begin = System.nanoTime();
            await(enough);
            return executions * 1e9 / (System.nanoTime() - begin);
        } finally {
            runner.close();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
            throw new IllegalStateException("nothing more came to an end; missing: " + latch.getCount());
        }
    }
}
