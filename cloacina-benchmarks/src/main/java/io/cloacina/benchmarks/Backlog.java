package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerListener;
import io.cloacina.runner.TransitionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** W8: one-task workflows while very many others wait, or have ended, in the same tables. */
final class Backlog {

    private static final int WARM_UP = 500;
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
        double alone = rate(rounds, 0, 0);
        double waiting = rate(rounds, others, 0);
        double ended = rate(rounds, 0, others);
        return String.format(
                        Locale.ROOT,
                        "%n| W8 | workflows/s | cost |%n|---|--:|--:|%n| nothing else in the tables | %,.0f | |%n"
                                + "| %,d more waiting | %,.0f | **%.2f** × |%n| %,d ended | %,.0f | **%.2f** × |%n",
                        alone,
                        others,
                        waiting,
                        alone / waiting,
                        others,
                        ended,
                        alone / ended)
                + plans;
    }

    /** The rounds follow each other in one database: to fill it takes longer than all of them. */
    private double rate(int rounds, int moreWaiting, int ended) throws Exception {
        List<Double> rates = new ArrayList<>();
        try (Database database = backend.newDatabase()) {
            fill(database, moreWaiting + rounds * (WARM_UP + executions), ended);
            plans.append(String.format(
                    Locale.ROOT,
                    "%n- %,d more waiting, %,d ended: %s",
                    moreWaiting,
                    ended,
                    ClaimPlan.of(database, Shape.single())));
            for (int round = 0; round < rounds; round++) {
                rates.add(rate(database));
            }
        }
        return Spread.of(rates).median();
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
            warm.await();
            long begin = System.nanoTime();
            enough.await();
            return executions * 1e9 / (System.nanoTime() - begin);
        } finally {
            runner.close();
        }
    }
}
