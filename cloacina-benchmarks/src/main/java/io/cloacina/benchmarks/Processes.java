package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * W8: how long 1, 2 and 4 runner processes take for one backlog; from its commit until nothing is open. Each process has run
 * two backlogs' worth before: four JVMs that compile at the same time would tell more of their compilers than of us.
 */
final class Processes {

    private static final int WARM_UPS = 2;
    private static final String YOUNGEST = "select completed_at from workflow_executions order by id desc limit 1";
    private static final String OPEN = "select exists (select 1 from workflow_executions where completed_at is null)";

    private Processes() {}

    static String of(Backend backend, int rounds, double scale) throws Exception {
        int executions = (int) Math.max(500, 20_000 * scale);
        String ours = line(backend, rounds, executions, "Cloacina", OtherProcess::start);
        return backend instanceof SqliteBackend
                ? ours
                : ours + "\n\n" + line(backend, rounds, executions, "raw JDBC in sets of 64", OtherProcess::floor);
    }

    private static String line(
            Backend backend, int rounds, int executions, String who, Function<Database, OtherProcess> start)
            throws Exception {
        StringBuilder text = new StringBuilder("Processes of " + who + " on one database, workflows/s of one task:");
        double one = 0;
        for (int processes : List.of(1, 2, 4)) {
            Spread spread = Spread.of(rates(backend, processes, rounds, executions, start));
            one = one == 0 ? spread.median() : one;
            text.append(String.format(Locale.ROOT, " %d: %s (**%.2f**);", processes, spread, spread.median() / one));
        }
        return text.toString();
    }

    private static List<Double> rates(
            Backend backend, int processes, int rounds, int executions, Function<Database, OtherProcess> start)
            throws Exception {
        List<OtherProcess> others = new ArrayList<>();
        try (Database database = backend.newDatabase()) {
            for (int i = 0; i < processes; i++) {
                others.add(start.apply(database));
            }
            others.forEach(OtherProcess::awaitOpen);
            for (int backlog = 0; backlog < WARM_UPS * processes; backlog++) {
                nanosOf(database, executions);
            }
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                tend(database);
                rates.add(executions * 1e9 / nanosOf(database, executions));
            }
            return rates;
        } finally {
            others.forEach(OtherProcess::close);
        }
    }

    /** As a server does by itself, but only after the first minute: dead entries of the rounds before would be read by each claim. */
    private static void tend(Database database) throws SQLException {
        if (database.dialect() == Database.Dialect.POSTGRES) {
            Sql.execute(database, "vacuum (analyze)");
        }
    }

    private static long nanosOf(Database database, int executions) throws Exception {
        Floor.inSetsOf(executions)
                .submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, executions));
        long begin = System.nanoTime();
        awaitEnd(database);
        return System.nanoTime() - begin;
    }

    private static void awaitEnd(Database database) throws SQLException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (Connection connection = database.connect()) {
            awaitLast(connection, never);
            while (!List.of("f", "0").contains(Sql.text(connection, OPEN))) {
                never.await(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** To ask for any open one reads past all that have ended: that is asked when the youngest of all has. */
    private static void awaitLast(Connection connection, CountDownLatch never)
            throws SQLException, InterruptedException {
        while (Sql.text(connection, YOUNGEST) == null) {
            never.await(20, TimeUnit.MILLISECONDS);
        }
    }
}
