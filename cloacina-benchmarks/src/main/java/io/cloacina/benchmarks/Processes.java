package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, Function<Database, OtherProcess>> contestants = new LinkedHashMap<>();
        contestants.put("Cloacina", OtherProcess::start);
        if (!(backend instanceof SqliteBackend)) {
            contestants.put("raw JDBC in sets of 64", OtherProcess::floor);
        }
        StringBuilder text = new StringBuilder();
        rates(backend, contestants, rounds, executions).forEach((who, rates) -> text.append(line(who, rates)));
        return text.toString();
    }

    private static String line(String who, Map<Integer, List<Double>> rates) {
        StringBuilder text = new StringBuilder("Processes of " + who + " on one database, workflows/s of one task:");
        double one = Spread.of(rates.values().iterator().next()).median();
        rates.forEach((processes, each) -> {
            Spread spread = Spread.of(each);
            text.append(String.format(Locale.ROOT, " %d: %s (**%.2f**);", processes, spread, spread.median() / one));
        });
        return text.append("\n\n").toString();
    }

    /** By contestant and number of processes. All take turns. */
    private static Map<String, Map<Integer, List<Double>>> rates(
            Backend backend, Map<String, Function<Database, OtherProcess>> contestants, int rounds, int executions)
            throws Exception {
        Map<String, Map<Integer, List<Double>>> rates = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int processes : List.of(1, 2, 4)) {
                for (Map.Entry<String, Function<Database, OtherProcess>> contestant : contestants.entrySet()) {
                    rates.computeIfAbsent(contestant.getKey(), who -> new TreeMap<>())
                            .computeIfAbsent(processes, count -> new ArrayList<>())
                            .add(rate(backend, processes, executions, contestant.getValue()));
                }
            }
        }
        return rates;
    }

    private static double rate(Backend backend, int processes, int executions, Function<Database, OtherProcess> start)
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
            tend(database);
            return executions * 1e9 / nanosOf(database, executions);
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
