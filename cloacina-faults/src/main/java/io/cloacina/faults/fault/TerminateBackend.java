package io.cloacina.faults.fault;

import io.cloacina.faults.journal.Blow;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.Stage;
import io.cloacina.testsupport.Waiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/**
 * An administrator ends one connection, whichever it is and whatever it does, once work goes on after what was before: who ends them
 * faster than they are made again has an outage, however short.
 */
public final class TerminateBackend implements DatabaseFault {

    private static final String TERMINATE = """
            select pg_terminate_backend(pid, 5000)
            from pg_stat_activity
            where datname = current_database()
              and backend_type = 'client backend'
              and pid <> pg_backend_pid()
            order by random()
            limit 1
            """;

    @Override
    public void strike(Stage stage, OnPostgres database, SplittableRandom chance) {
        stage.awaitProgress();
        Waiting.require(() -> terminates(database), Stage.PATIENCE, "no runner came back with a connection");
        stage.chronicle().begins(name(), Blow.NOBODY);
    }

    /** Whether there was one, and it is gone. */
    private static boolean terminates(OnPostgres database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet terminated = statement.executeQuery(TERMINATE)) {
            return terminated.next() && terminated.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot end a connection", failure);
        }
    }
}
