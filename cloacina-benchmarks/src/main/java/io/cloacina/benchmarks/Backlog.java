package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            databases.put("nothing else in the tables", alone);
            databases.put("%,d more waiting".formatted(others), waiting);
            databases.put("%,d ended".formatted(others), ended);
            return table(rates(databases, rounds)) + plans;
        }
    }

    private static String table(Map<String, Rates> rates) {
        StringBuilder text = new StringBuilder("""

                | W8, workflows/s | floor, sets of 64 | cost | Cloacina | cost | Cloacina ÷ floor |
                |---|--:|--:|--:|--:|--:|
                """);
        Rates first = rates.values().iterator().next();
        rates.forEach((where, rate) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f × | %s | **%.2f** × | %.2f |%n",
                where,
                Spread.of(rate.floor()),
                median(first.floor()) / median(rate.floor()),
                Spread.of(rate.ours()),
                median(first.ours()) / median(rate.ours()),
                median(rate.ours()) / median(rate.floor()))));
        return text.toString();
    }

    private static double median(List<Double> rates) {
        return Spread.of(rates).median();
    }

    /** All take turns; the first round warms up. */
    private Map<String, Rates> rates(Map<String, Database> databases, int rounds) throws Exception {
        Map<String, Rates> rates = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Database> database : databases.entrySet()) {
                double floor = executions * 1e9 / Floor.inSetsOf(64).workOff(database.getValue(), executions);
                double ours = rate(database.getValue());
                if (round > 0) {
                    rates.computeIfAbsent(database.getKey(), where -> new Rates(new ArrayList<>(), new ArrayList<>()))
                            .add(floor, ours);
                }
            }
        }
        return rates;
    }

    private record Rates(List<Double> floor, List<Double> ours) {

        void add(double floorRate, double ourRate) {
            floor.add(floorRate);
            ours.add(ourRate);
        }
    }

    /** Filled once for all rounds: that takes longer than all of them. */
    private Database filled(int rounds, int moreWaiting, int ended) throws Exception {
        Database database = backend.newDatabase();
        fill(database, moreWaiting + (rounds + 1) * (WARM_UP + 2 * executions + OVERRUN), ended);
        plans.append(String.format(
                Locale.ROOT,
                "%n- %,d more waiting, %,d ended: %s",
                moreWaiting,
                ended,
                ClaimPlan.of(database, Shape.single())));
        return database;
    }

    /** Those that ended are as if they had run, but for their contexts and events. */
    private void fill(Database database, int waiting, int ended) throws Exception {
        if (ended > 0) {
            submit(database, ended);
            Sql.execute(database, FINISH.formatted("task_executions", ", claimable = false"));
            Sql.execute(database, FINISH.formatted("workflow_executions", ", open_tasks = 0"));
        }
        submit(database, waiting);
        if (database.dialect() == Database.Dialect.POSTGRES) {
            Sql.execute(database, "analyze"); // as the server soon does by itself; SQLite never does
        }
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
