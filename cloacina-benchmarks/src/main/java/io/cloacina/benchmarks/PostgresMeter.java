package io.cloacina.benchmarks;

import io.cloacina.testsupport.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Reads the server's statistics of one database. */
final class PostgresMeter implements Meter {

    private static final String STATEMENTS = """
            select coalesce(sum(calls), 0)
            from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
                and query !~* '^(begin|commit|rollback|set|show)'""";
    private static final String COMMITS = """
            select xact_commit
            from pg_stat_database
            where datname = current_database()""";
    private static final String ROWS = """
            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
            from pg_stat_user_tables""";

    private final PostgresDatabase database;
    private final long rowsBefore;
    private final long commitsBefore;

    PostgresMeter(PostgresDatabase database) {
        this.database = database;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("alter database " + database.name() + " set pg_stat_statements.track = 'top'");
            Sql.text(connection, "select pg_stat_statements_reset()::text");
            rowsBefore = Sql.number(connection, ROWS);
            commitsBefore = Sql.number(connection, COMMITS);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot meter " + database.name(), failure);
        }
    }

    @Override
    public Map<String, Long> read() {
        try (Connection connection = database.connect()) {
            return Map.of(
                    "commits", Sql.number(connection, COMMITS) - commitsBefore,
                    "statements", Sql.number(connection, STATEMENTS),
                    "rows written", Sql.number(connection, ROWS) - rowsBefore);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the meter of " + database.name(), failure);
        }
    }

    @Override
    public void close() {}
}
