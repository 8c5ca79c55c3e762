package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** W8: one-task workflows while very many others wait, or have ended, in the same tables. */
final class Backlog {

    private static final String FINISH = """
            update %s
            set status = 'COMPLETED', completed_at = updated_at%s""";

    private final Backend backend;
    private final int rows;
    private final Workload.Throughput work;

    Backlog(Backend backend, double scale) {
        this.backend = backend;
        this.rows = (int) (1_000_000 * scale);
        this.work = new Workload.Throughput("W8", "one task", Shape.single(), (int) Math.max(200, 10_000 * scale));
    }

    String measure(int rounds) throws Exception {
        double nothing = rate(rounds, false, 0);
        double waiting = rate(rounds, false, rows);
        double ended = rate(rounds, true, rows);
        return String.format(
                Locale.ROOT,
                "%n| W8 | workflows/s | cost |%n|---|--:|--:|%n| empty database | %,.0f | |%n"
                        + "| %,d waiting | %,.0f | **%.2f** × |%n| %,d ended | %,.0f | **%.2f** × |%n",
                nothing,
                rows,
                waiting,
                nothing / waiting,
                rows,
                ended,
                nothing / ended);
    }

    private double rate(int rounds, boolean ended, int others) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (Database database = backend.newDatabase()) {
                Floor.inSetsOf(1000)
                        .submit(
                                database,
                                new Workload.Submits("", "", Workload.Submitters.ONE_CALL, Math.max(1, others)));
                if (ended) {
                    finish(database);
                }
                rates.add(work.executions() * 1e9 / new Cloacina().run(database, work));
            }
        }
        return Spread.of(rates).median();
    }

    /** As if they had run, but for their contexts and events. */
    private static void finish(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(FINISH.formatted("task_executions", ", claimable = false"));
            statement.executeUpdate(FINISH.formatted("workflow_executions", ", open_tasks = 0"));
            statement.execute("analyze");
        }
    }
}
