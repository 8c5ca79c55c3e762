package io.cloacina.benchmarks;

import io.cloacina.benchmarks.floor.Floor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * W8: how long 1, 2 and 4 runner processes take for one backlog; from its first start to its last end. Each process has run
 * two backlogs' worth before: four JVMs that compile at the same time would tell more of their compilers than of us.
 */
final class Processes {

    private static final List<Integer> COUNTS = List.of(1, 2, 4);
    private static final int WARM_UPS = 2;

    /** As a runner sends it that submits more than it can run: or all but the first would begin at their next poll. */
    private static final String ANNOUNCEMENT = "select pg_notify('cloacina', 'cloacina 0')";

    private static final String YOUNGEST = "select completed_at from workflow_executions order by id desc limit 1";
    private static final String OPEN = "select exists (select 1 from workflow_executions where completed_at is null)";

    private Processes() {}

    static String of(Backend backend, int rounds, double scale) throws Exception {
        int executions = (int) Math.max(500, (backend instanceof SqliteBackend ? 10_000 : 20_000) * scale);
        Map<String, Function<Database, OtherProcess>> contestants = new LinkedHashMap<>();
        contestants.put("Cloacina", OtherProcess::start);
        if (!(backend instanceof SqliteBackend)) {
            contestants.put("raw JDBC in sets of 64", OtherProcess::floor);
        }
        Figures<Crowd> rates = rates(backend, contestants, rounds, executions);
        StringBuilder text = new StringBuilder();
        contestants.keySet().forEach(who -> text.append(line(who, rates)));
        return text.toString();
    }

    private static String line(String who, Figures<Crowd> rates) {
        StringBuilder text = new StringBuilder("Processes of " + who + " on one database, workflows/s of one task:");
        double one = rates.of(new Crowd(who, 1)).median();
        for (int processes : COUNTS) {
            Spread spread = rates.of(new Crowd(who, processes));
            text.append(String.format(Locale.ROOT, " %d: %s (**%.2f**);", processes, spread, spread.median() / one));
        }
        return text.append("\n\n").toString();
    }

    /** All take turns. */
    private static Figures<Crowd> rates(
            Backend backend, Map<String, Function<Database, OtherProcess>> contestants, int rounds, int executions)
            throws Exception {
        Figures<Crowd> rates = new Figures<>();
        for (int round = 0; round < rounds; round++) {
            for (int processes : COUNTS) {
                for (Map.Entry<String, Function<Database, OtherProcess>> contestant : contestants.entrySet()) {
                    rates.add(
                            new Crowd(contestant.getKey(), processes),
                            rate(backend, processes, executions, contestant.getValue()));
                }
            }
        }
        return rates;
    }

    private record Crowd(String who, int processes) {}

    private static double rate(Backend backend, int processes, int executions, Function<Database, OtherProcess> start)
            throws Exception {
        try (Database database = backend.newDatabase()) {
            List<OtherProcess> others = new ArrayList<>();
            try {
                for (int i = 0; i < processes; i++) {
                    others.add(start.apply(database));
                }
                return rate(database, others, executions);
            } finally {
                others.forEach(OtherProcess::close);
            }
        }
    }

    private static double rate(Database database, List<OtherProcess> others, int executions) throws Exception {
        others.forEach(OtherProcess::awaitOpen);
        for (int backlog = 0; backlog < WARM_UPS * others.size(); backlog++) {
            workOff(database, executions);
        }
        database.tend();
        workOff(database, executions);
        return executions / seconds(database, executions);
    }

    private static void workOff(Database database, int executions) throws Exception {
        Floor.inSetsOf(executions)
                .submit(database, new Workload.Submits("", "", Workload.Submitters.ONE_CALL, executions));
        if (database.dialect() == Database.Dialect.POSTGRES) {
            Sql.execute(database, ANNOUNCEMENT);
        }
        awaitEnd(database);
    }

    /** By the times in the rows: how soon somebody sees the backlog is not what is asked here. */
    private static double seconds(Database database, int executions) throws SQLException {
        String span = database.dialect() == Database.Dialect.POSTGRES
                ? "extract(epoch from max(completed_at) - min(started_at))"
                : "(max(completed_at) - min(started_at)) / 1e6";
        String youngest =
                "select started_at, completed_at from workflow_executions order by id desc limit " + executions;
        try (Connection connection = database.connect()) {
            return Double.parseDouble(Sql.text(connection, "select %s from (%s) as e".formatted(span, youngest)));
        }
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
