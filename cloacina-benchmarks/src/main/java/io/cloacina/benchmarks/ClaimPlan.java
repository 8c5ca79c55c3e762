package io.cloacina.benchmarks;

import io.cloacina.benchmarks.Database.Dialect;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.SqlVocabulary;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Cloacina's own claim finds its rows in the tables of one database, and how long it takes there. */
final class ClaimPlan {

    private static final int CLAIMS = 200;

    /** A step that goes to rows. */
    private static final Pattern ACCESS =
            Pattern.compile("(?i).*(scan|search) .*task_executions.*|(scan|search) [cqt]\\b.*");

    private ClaimPlan() {}

    /** One line: the steps of the plan that touch tasks, and the time of claims of eight, each of them rolled back. */
    static String of(Database database, Shape shape) throws SQLException, ReflectiveOperationException {
        String sql = claim(database.dialect(), shape);
        try (Connection connection = database.connect()) {
            List<String> steps = steps(connection, database.dialect(), sql);
            Spread millis = Spread.of(claims(connection, sql));
            return String.format(
                    Locale.ROOT,
                    "claim: p50 %.2f ms, p99 %.2f ms; %s",
                    millis.median(),
                    millis.figures().get(CLAIMS * 99 / 100),
                    String.join("; ", steps));
        }
    }

    private static List<String> steps(Connection connection, Dialect dialect, String sql) throws SQLException {
        String explain = dialect == Dialect.SQLITE ? "explain query plan " : "explain (costs off) ";
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(explain + sql)) {
            while (rows.next()) {
                String step = rows.getString(rows.getMetaData().getColumnCount())
                        .replace("->", "")
                        .strip();
                if (ACCESS.matcher(step).matches()) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private static List<Double> claims(Connection connection, String sql) throws SQLException {
        List<Double> millis = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < CLAIMS; i++) {
                long begin = System.nanoTime();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        rows.getInt(2);
                    }
                }
                millis.add((System.nanoTime() - begin) / 1e6);
                connection.rollback();
            }
        }
        return millis;
    }

    /** With values in it, since {@code explain} takes no parameters. */
    private static String claim(Dialect dialect, Shape shape) throws ReflectiveOperationException {
        String definition = shape.workflow(context -> {}).definition().id().toString();
        return rendered(dialect)
                .replace("?1", "'[{\"id\":\"" + definition + "\"}]'")
                .replace("?2", "'benchmark'")
                .replace("?3", "8")
                .replace("?4", "30000000")
                .replace(SqlVocabulary.RUNNER_TIME, Long.toString(System.currentTimeMillis() * 1000));
    }

    /** The adapters keep their SQL to themselves; nobody but this measurement has any business with it. */
    private static String rendered(Dialect dialect) throws ReflectiveOperationException {
        return dialect == Dialect.SQLITE
                ? StoreStatements.portable()
                        .rendered(
                                StoreStatement.CLAIM,
                                vocabulary("io.cloacina.adapter.sqlite.SqliteVocabulary"),
                                SchemaName.DEFAULT)
                : postgresStatements()
                        .rendered(
                                StoreStatement.CLAIM,
                                vocabulary("io.cloacina.adapter.postgres.PostgresVocabulary"),
                                SchemaName.of("cloacina"));
    }

    private static SqlVocabulary vocabulary(String className) throws ReflectiveOperationException {
        Constructor<? extends SqlVocabulary> constructor =
                Class.forName(className).asSubclass(SqlVocabulary.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static StoreStatements postgresStatements() throws ReflectiveOperationException {
        Method all =
                Class.forName("io.cloacina.adapter.postgres.PostgresStatements").getDeclaredMethod("all");
        all.setAccessible(true);
        return (StoreStatements) all.invoke(null);
    }
}
