package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that has no file descriptor left for a while: it waits, and fails nothing. */
@Timeout(300)
class NoDescriptorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String END_ALL = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where datname = current_database()
              and pid <> pg_backend_pid()
            """;

    @Test
    void work_goes_on_when_there_are_descriptors_again_on_sqlite() {
        try (Database database = new OnSqlite();
                ChildJvm greedy = Greedy.start(database.url(), 0)) {
            assertThat(greedy.nextLine(PATIENCE)).isEqualTo("before COMPLETED");
            assertThat(greedy.nextLine(PATIENCE)).isEqualTo("none left");
            assertAllEnds(database, greedy);
        }
    }

    /** All its connections end, so that it must make new ones. */
    @Test
    void work_goes_on_when_there_are_descriptors_again_on_postgres() throws SQLException {
        try (OnPostgres database = new OnPostgres(EmbeddedPostgres.shared());
                ChildJvm greedy = Greedy.start(database.database().url(), 1)) {
            assertThat(greedy.nextLine(PATIENCE)).isEqualTo("before COMPLETED");
            assertThat(greedy.nextLine(PATIENCE)).isEqualTo("none left");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(END_ALL);
            }
            assertThat(assertAllEnds(database, greedy))
                    .as("sockets that were taken away")
                    .isPositive();
        }
    }

    /** The descriptors that came free meanwhile, and were taken away. */
    private static int assertAllEnds(Database database, ChildJvm greedy) {
        assertThat(Stream.generate(() -> greedy.awaitLine(line -> line.startsWith("end "), PATIENCE))
                        .limit(Greedy.EXECUTIONS))
                .as(greedy::errors)
                .containsOnly("end COMPLETED");
        String took = greedy.awaitLine(line -> line.startsWith("took "), PATIENCE);
        assertThat(greedy.waitFor(PATIENCE)).as(greedy.errors()).isZero();
        assertThat(Verify.database(database.url()).violations()).isEmpty();
        return Integer.parseInt(took.split(" ")[1]);
    }
}
