package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.stage.Database;
import io.cloacina.faults.stage.OnPostgres;
import io.cloacina.faults.stage.OnSqlite;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task that kills every process that runs it. */
@Timeout(300)
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @Test
    void is_given_up_after_so_many_recoveries_on_sqlite() {
        try (Database database = new OnSqlite()) {
            assertIsGivenUp(database.url());
        }
    }

    @Test
    void is_given_up_after_so_many_recoveries_on_postgres() {
        try (Database database = new OnPostgres(EmbeddedPostgres.shared())) {
            assertIsGivenUp(database.url());
        }
    }

    private void assertIsGivenUp(String url) {
        Path runs = folder.resolve("runs");
        for (int victim = 0; victim <= Poisoned.RECOVERIES; victim++) {
            try (ChildJvm process = Poisoned.start(url, runs)) {
                assertThat(process.waitFor(PATIENCE)).as(process.errors()).isEqualTo(KILLED);
            }
        }
        try (ChildJvm survivor = Poisoned.start(url, runs)) {
            assertThat(survivor.awaitLine(line -> line.startsWith("ended "), PATIENCE))
                    .startsWith("ended FAILED");
            assertThat(survivor.waitFor(PATIENCE)).as(survivor.errors()).isZero();
        }
        assertThat(new AppendedLines(runs).read())
                .hasSize(1 + Poisoned.RECOVERIES)
                .doesNotHaveDuplicates();
        assertThat(Verify.database(url).violations()).isEmpty();
    }
}
